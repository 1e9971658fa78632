import type { Page } from '@playwright/test';

/**
 * The visible texts that do not fit where they stand: wider than their own box, or beyond the edge of one around them that
 * hides what is outside. An input scrolls and is not cut. Neither is a text that ends in an ellipsis on purpose, when a
 * title says all of it, nor what a canvas, a table or a command shows when it is moved. A panel that has to be scrolled
 * sideways hides what is outside all the same.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const isShortened = (one: Element) =>
      getComputedStyle(one).textOverflow === 'ellipsis' && one.closest('[title]') !== null;
    const isMoved = (one: Element) => one.matches('.react-flow__viewport, .react-flow, pre, [role="grid"]');
    const isSeen = (one: HTMLElement, box: DOMRect) =>
      box.width > 1 &&
      box.height > 1 &&
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const owner = node.parentElement;
      if (text === '' || !owner || owner.closest('select, textarea, script, style, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const own = owner.getBoundingClientRect();
      // A label for screen readers only is a dot.
      if (!isSeen(owner, box) || own.width <= 1 || own.height <= 1) continue;
      if (owner.clientWidth > 0 && owner.scrollWidth > owner.clientWidth + 1 && !isShortened(owner)) {
        found.add(
          `${owner.tagName.toLowerCase()}.${owner.className}: ${text} (${owner.scrollWidth} in ${owner.clientWidth})`,
        );
      }
      for (
        let around: HTMLElement | null = owner;
        around && !isMoved(around);
        around = around.parentElement
      ) {
        if (getComputedStyle(around).overflowX === 'visible') continue;
        if (isShortened(around)) break;
        const edge = around.getBoundingClientRect();
        if (edge.width <= 1) break;
        if (box.right > edge.right + 1 || box.left < edge.left - 1) {
          found.add(`${around.tagName.toLowerCase()}.${around.className} hides: ${text}`);
        }
      }
    }
    return [...found];
  });
}

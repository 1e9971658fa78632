import { expect, test } from './fixture.ts';
import { openLab } from './hands.ts';

test('fit to view leaves nothing under the overview map or the zoom buttons', async ({ page }) => {
  const corners = { nw: [0, 0], ne: [1100, 0], sw: [0, 800], se: [1100, 800] } as const;
  const stage = await openLab(page, {
    devices: Object.fromEntries(Object.keys(corners).map((id) => [id, { kind: 'vm', name: id }])),
    positions: Object.fromEntries(Object.entries(corners).map(([id, [x, y]]) => [id, { x, y }])),
  });
  const covered = () =>
    page.evaluate(() => {
      const boxes = (what: string) =>
        [...document.querySelectorAll(what)].map((one) => one.getBoundingClientRect());
      const over = boxes('.react-flow__minimap, .react-flow__controls');
      const hits = (one: DOMRect) =>
        over.some(
          (two) =>
            one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom,
        );
      return [over.length, boxes('.react-flow__node').filter(hits).length];
    });
  try {
    for (const { width, height } of [
      { width: 1100, height: 820 },
      { width: 1280, height: 720 },
      { width: 1600, height: 800 },
    ]) {
      await page.setViewportSize({ width, height });
      await page.locator('.react-flow__controls-fitview').click();
      await expect.poll(covered).toEqual([2, 0]);
      await page.locator('.canvas').focus();
      await page.keyboard.press('0');
      await page.keyboard.press('1');
      await expect.poll(covered).toEqual([2, 0]);
    }
  } finally {
    await stage.close();
  }
});

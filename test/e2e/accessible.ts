import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Options {
  /** Electron cannot open the second page that axe works in. */
  readonly legacy?: boolean;
}

/** Holds what is shown to WCAG 2.1 A and AA, as far as axe can see. */
export async function expectAccessible(page: Page, name: string, options: Options = {}): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations } = await builder.setLegacyMode(options.legacy ?? false).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${name}: ${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

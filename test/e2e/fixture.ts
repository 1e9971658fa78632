import { test as base, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';
export type { Locator, Page } from '@playwright/test';

const mark = 'violates the content policy: ';

/** Collects what the content policy stops on a page, from now on and after each load. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (line) => {
    if (line.text().startsWith(mark)) found.push(line.text().slice(mark.length));
  });
  await page.addInitScript(tell, mark);
  await page.evaluate(tell, mark);
  return found;
}

/** Runs in the page: what is stopped becomes a line of the console, once. */
function tell(prefix: string): void {
  if (Reflect.has(window, prefix)) return;
  Reflect.set(window, prefix, true);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    console.error(`${prefix}${effectiveDirective} ${blockedURI}`),
  );
}

/** Playwright's `test`, with pages on which a violation of the content policy fails the test. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const found = await violationsOf(page);
    await use(page);
    expect(found, 'violations of the content policy').toEqual([]);
  },
});

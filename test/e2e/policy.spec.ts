import { expect, test, violationsOf } from './fixture.ts';
import { openStage } from './stage.ts';

test('what the content policy stops is seen, so that it can fail a test', async ({ browser }) => {
  const stage = await openStage();
  const page = await browser.newPage();
  try {
    const found = await violationsOf(page);
    await page.goto(stage.address);
    await expect(page.locator('.canvas')).toBeVisible();
    expect(found).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.body.append(script);
    });
    await expect.poll(() => [...found]).toEqual(['script-src-elem inline']);
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  } finally {
    await page.close();
    await stage.close();
  }
});

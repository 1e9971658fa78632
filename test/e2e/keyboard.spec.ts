import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from './fixture.ts';
import { openStage } from './stage.ts';

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent ?? '';
      return element?.getAttribute('aria-label') ?? (label === '' ? (element?.textContent ?? '') : label);
    });
    if (name.test(called)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

async function command(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog.commands')).toHaveCount(0);
}

/** Selects a device by its name and goes to its name field. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await expect(page.getByRole('complementary').getByLabel('Name')).toBeFocused();
}

test('a lab is drawn, cabled, addressed, mended, saved and planned with the keyboard alone', async ({
  page,
}) => {
  const stage = await openStage();
  try {
    await page.goto(stage.address);
    await expect(page.getByRole('heading', { name: 'Draw your lab' })).toBeVisible();
    await command(page, '2 vm');
    await command(page, 'add switch');
    await expect(page.locator('.react-flow__node')).toHaveCount(3);
    for (const name of ['vm1', 'vm2']) {
      await goTo(page, name);
      await tabTo(page, /^Connect to$/);
      await page.keyboard.press('s');
      await goTo(page, name);
      await tabTo(page, /^Addresses$/);
      await page.keyboard.type('10.0.10.11/24');
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);

    await page.keyboard.press('F8');
    const problems = page.getByRole('region', { name: 'Problems and list' });
    await expect(problems.locator('[aria-current="true"]')).toContainText('10.0.10.11');
    await page.keyboard.press('Control+.');
    await expect(page.locator('.badge-error')).toHaveCount(0);
    await expect(problems).toContainText('No problems found.');

    await page.keyboard.press('Control+s');
    await tabTo(page, /^File name$/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('keys.netloom.json');
    await tabTo(page, /^Save$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved keys.netloom.json.')).toBeVisible();
    const saved = readFileSync(join(stage.workspace, 'keys.netloom.json'), 'utf8');
    expect(saved.match(/10\.0\.10\.[0-9]+\/24/g)?.sort()).toEqual(['10.0.10.1/24', '10.0.10.11/24']);

    await command(page, 'plan');
    await expect(page.getByRole('heading', { name: 'Plan: build this lab in VirtualBox' })).toBeVisible();
    await expect(page.locator('.plan-wait')).toHaveCount(0, { timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
  } finally {
    await stage.close();
  }
});

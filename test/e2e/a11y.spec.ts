import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { openStage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'education.netloom.json';

const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh-CN' },
] as const;

/** Every screen that the panels and dialogs make, each shown and then left. */
async function visit(page: Page, check: (name: string) => Promise<void>): Promise<void> {
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
  };
  await check('lab');
  await page.keyboard.press('Control+k');
  await check('palette');
  await page.keyboard.type('zzzz');
  await check('palette with nothing found');
  await leave();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('10.0');
  await check('find');
  await leave();
  await page.keyboard.press('?');
  await check('shortcuts');
  await leave();
  await page.keyboard.press('l');
  await page.locator('[data-row="web1"]').click();
  await check('list and one machine');
  await page.locator('[data-row="sw1"]').click();
  await check('a switch');
  await page.keyboard.press('Control+a');
  await check('everything selected');
  await page.keyboard.press('Control+g');
  await check('a group');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('l');
  await page.keyboard.press('Control+Shift+s');
  await check('save as');
  await leave();
  await page.keyboard.press('Control+o');
  await expect(page.locator('.file-entry').first()).toBeVisible();
  await check('open');
  await leave();
  await page.keyboard.press('p');
  await expect(page.locator('.plan-wait')).toHaveCount(0, { timeout: 30_000 });
  await check('plan');
  await leave();
  const toggles = page.locator('.side-toggle');
  await toggles.first().click();
  await toggles.last().click();
  await check('panels folded');
  await toggles.first().click();
  await toggles.last().click();
  await page.keyboard.press('Control+n');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await check('empty lab');
  await page.keyboard.press('l');
  await check('empty list');
  await page.keyboard.press('l');
}

for (const { theme, language } of looks) {
  test(`every panel and dialog is accessible in ${theme} and ${language}`, async ({ page }) => {
    const stage = await openStage({
      file: sample,
      prepare: (workspace) => copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample)),
    });
    try {
      await page.goto(stage.address);
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await page.locator('.preferences select').first().selectOption(theme);
      await page.locator('.preferences select').last().selectOption(language);
      await page.locator('.status-bar select').last().blur();
      await visit(page, (name) => expectAccessible(page, `${name}, ${theme} ${language}`));
    } finally {
      await stage.close();
    }
  });
}

test('F6 goes round the areas of the window, and each is a landmark with a name', async ({ page }) => {
  const stage = await openStage({
    file: sample,
    prepare: (workspace) => copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample)),
  });
  try {
    await page.goto(stage.address);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    const areas: (string | undefined)[] = [];
    for (let press = 0; press < 7; press++) {
      await page.keyboard.press('F6');
      areas.push(
        await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-area]')?.dataset['area'] ?? 'none',
        ),
      );
    }
    expect(areas).toEqual(['top', 'palette', 'canvas', 'inspector', 'bottom', 'status', 'top']);
    for (const [role, name] of [
      ['banner', 'Lab and commands'],
      ['navigation', 'Add'],
      ['main', 'Drawing of the lab'],
      ['complementary', 'Properties'],
      ['region', 'Problems and list'],
      ['contentinfo', 'Status'],
    ] as const) {
      await expect(page.getByRole(role, { name }), `${role} ${name}`).toHaveCount(1);
    }
  } finally {
    await stage.close();
  }
});

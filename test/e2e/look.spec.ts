import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDesign } from '../../shared/file/write.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { openStage, type Stage } from './stage.ts';
import { testBench } from './test-bench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `npm run screenshots` puts them where the documentation shows them. */
const shots = join(root, process.env['SCREENS'] ?? 'test/output/screenshots');
const sample = 'education.netloom.json';

let stage: Stage;

test.beforeAll(async () => {
  stage = await openStage({
    file: sample,
    prepare: (workspace) => {
      copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample));
      writeFileSync(
        join(workspace, 'broken.netloom.json'),
        '{\n  "netloom": 1,\n  "devices": {\n    "vm1": { "kind": "vm" "name": 3 }\n  }\n}\n',
      );
      writeFileSync(join(workspace, 'test-bench.netloom.json'), writeDesign(testBench()));
    },
  });
});

test.afterAll(() => stage.close());

const looks = [
  { theme: 'light', language: 'en', width: 1280, height: 720 },
  { theme: 'dark', language: 'en', width: 1280, height: 720 },
  { theme: 'light', language: 'zh-CN', width: 1280, height: 720 },
  { theme: 'dark', language: 'zh-CN', width: 1920, height: 1080 },
] as const;

test('every screen is drawn, named and readable in both themes and languages', async ({ page }) => {
  await page.goto(stage.address);
  const address = page.url();
  const settle = () => page.waitForTimeout(250);
  for (const { theme, language, width, height } of looks) {
    const name = `${theme}-${language}`;
    const shot = (screen: string) => page.screenshot({ path: join(shots, `${screen}-${name}.png`) });
    await page.setViewportSize({ width, height });
    await page.goto(address);
    await page.locator('.preferences select').first().selectOption(theme);
    await page.locator('.preferences select').last().selectOption(language);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await page.locator('.react-flow__controls-fitview').click();
    await settle();
    await shot('lab');
    await expectAccessible(page, `lab ${name}`);

    await page
      .locator('.react-flow__node')
      .filter({ has: page.locator('.device-vm') })
      .first()
      .click();
    await page.locator('.problems-toggle').click();
    await settle();
    await shot('machine');
    await expectAccessible(page, `machine ${name}`);
    await page
      .locator('.react-flow__node')
      .filter({ has: page.locator('.device-pill') })
      .first()
      .click();
    await settle();
    await shot('nat');
    await page
      .locator('.react-flow__node')
      .filter({ has: page.locator('.device-bar') })
      .first()
      .click();
    await page.locator('.problems-toggle').click();
    await settle();
    await shot('switch');

    await page
      .locator('.react-flow__node')
      .filter({ has: page.locator('.device-vm') })
      .first()
      .click();
    await page.locator('.inspector .card .mono').first().fill('10.0.10.11/24, 10.0.10.300/24');
    await page.keyboard.press('Enter');
    await page.locator('.problems-toggle').click();
    await settle();
    await shot('problems');
    await expectAccessible(page, `problems ${name}`);
    await page.locator('.problems-toggle').click();
    await page.locator('.top-bar .icon-undo').click();

    await page.locator('.top-bar .button-primary').click();
    await expect(page.locator('.plan-wait')).toHaveCount(0, { timeout: 30_000 });
    await shot('plan');
    await expectAccessible(page, `plan ${name}`);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+o');
    await expect(page.locator('.file-entry').first()).toBeVisible();
    await shot('open');
    await page.locator('.file-entry', { hasText: 'broken' }).click();
    await expect(page.locator('.file-problems')).toBeVisible();
    await shot('broken');
    await expectAccessible(page, `broken ${name}`);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+o');
    await page.locator('.file-entry', { hasText: 'test-bench' }).click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await settle();
    await shot('hosts');
    await expectAccessible(page, `hosts ${name}`);
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 400 } });
    await page.keyboard.press('Control+a');
    await settle();
    await shot('many');
    await page.keyboard.press('l');
    await settle();
    await shot('list');
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('web');
    await settle();
    await shot('commands');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await settle();
    await shot('shortcuts');
    await page.keyboard.press('Escape');

    await page.locator('.top-bar .icon-new').click();
    await expect(page.locator('.empty-canvas')).toBeVisible();
    await settle();
    await shot('empty');
    await expectAccessible(page, `empty ${name}`);
  }
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixture.ts';
import { dropDevice, openStage } from './stage.ts';

test('a file that cannot be read leaves what is open as it is and says where it is wrong', async ({
  page,
}) => {
  const stage = await openStage({
    prepare: (workspace) =>
      writeFileSync(join(workspace, 'broken.netloom.json'), '{\n  "netloom": 1,\n  "devices": {\n'),
  });
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'vm', 200, 200);
    await page.keyboard.press('Control+o');
    await page.getByRole('button', { name: 'Discard the edits' }).click();
    await page.getByRole('button', { name: 'broken.netloom.json' }).click();
    await expect(page.getByRole('dialog')).toContainText('broken.netloom.json cannot be opened');
    await expect(page.getByRole('dialog')).toContainText(/line [0-9]+, column [0-9]+/);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    await expect(page.locator('.react-flow__node')).toHaveCount(1);
    expect(readFileSync(join(stage.workspace, 'broken.netloom.json'), 'utf8')).toContain('"devices": {\n');
  } finally {
    await stage.close();
  }
});

test('a file that another program changed is not overwritten unasked', async ({ page }) => {
  const stage = await openStage();
  const file = join(stage.workspace, 'shared.netloom.json');
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'vm', 200, 200);
    await page.keyboard.press('Control+s');
    await page.getByLabel('File name').fill('shared.netloom.json');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved shared.netloom.json.')).toBeVisible();
    const theirs = readFileSync(file, 'utf8')
      .replace('"name": "vm1"', '"name": "theirs"')
      .replace('"name":"vm1"', '"name":"theirs"');
    writeFileSync(file, theirs);
    await dropDevice(page, 'vm', 200, 400);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('dialog')).toContainText('The file has changed');
    expect(readFileSync(file, 'utf8')).toBe(theirs);
    await page.getByRole('dialog').getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('.react-flow__node')).toHaveCount(1);
    await expect(page.locator('.device-name')).toHaveText('theirs');
  } finally {
    await stage.close();
  }
});

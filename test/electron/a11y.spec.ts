import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../e2e/accessible.ts';
import { openShell, root } from './shell.ts';

const sample = 'education.netloom.json';

test('in the window, the lab, the palette, the list and the keys are accessible', async () => {
  const shell = await openShell({
    file: sample,
    prepare: (workspace) => copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample)),
  });
  const { page } = shell;
  const check = (name: string) => expectAccessible(page, name, { legacy: true });
  try {
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await check('lab');
    await page.keyboard.press('Control+k');
    await expect(page.locator('dialog.commands')).toBeVisible();
    await check('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.locator('[data-row="web1"]').click();
    await check('list and one machine');
    await page.keyboard.press('Control+a');
    await check('everything selected');
    await page.keyboard.press('?');
    await check('shortcuts');
    expect(shell.problems).toEqual([]);
  } finally {
    await shell.close();
  }
});

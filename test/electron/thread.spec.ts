import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { walkThread } from '../e2e/thread.ts';
import { chooseInDialogs, openShell } from './shell.ts';

const empty = '{"netloom": 1, "lab": {"id": "5f0e0f6e-6c0f-4b43-9d0c-7f6b0e2c9a11", "name": "empty"}}\n';

test('in the window, a lab drawn by hand is checked, mended, saved, built in VirtualBox and removed again', async () => {
  const shell = await openShell({
    file: 'empty.netloom.json',
    prepare: (workspace) => writeFileSync(join(workspace, 'empty.netloom.json'), empty),
  });
  const { page } = shell;
  try {
    await expect(page.getByText('empty.netloom.json')).toBeVisible();
    await page.getByRole('button', { name: 'New lab' }).click();
    await expect(page.getByText('empty.netloom.json')).toHaveCount(0);
    await walkThread(page, shell, async (_, file) => {
      await chooseInDialogs(shell, { save: join(shell.workspace, file) });
      await page.keyboard.press('Control+s');
    });
    expect(shell.problems).toEqual([]);
  } finally {
    await shell.close();
  }
});

import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from './fixture.ts';
import { parts } from '../setup/parts.ts';
import { openStage } from './stage.ts';

const call = promisify(execFile);
const sample = fileURLToPath(new URL('../../assets/samples/education.netloom.json', import.meta.url));

test('an apply that is stopped says how far it came, and a new plan goes on from there', async ({ page }) => {
  const box = parts().virtualbox;
  expect(box, 'VirtualBox is there (npm run setup)').toBeTruthy();
  const stage = await openStage({
    file: 'lab.netloom.json',
    prepare: (workspace) => copyFileSync(sample, join(workspace, 'lab.netloom.json')),
  });
  const vbox = async (...args: string[]) => (await call(box?.wrapper ?? '', args, { env: stage.env })).stdout;
  await vbox('setproperty', 'machinefolder', join(stage.folder, 'machines'));
  try {
    await page.goto(stage.address);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await dialog.getByRole('button', { name: /^Apply [0-9]+ changes$/ }).click();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    const stopped = dialog.getByText(/^Stopped after/);
    const applied = dialog.getByText(/^Applied/);
    await expect(stopped.or(applied)).toBeVisible({ timeout: 60_000 });

    await dialog.getByRole('button', { name: 'Plan again' }).click();
    const rest = dialog.getByRole('button', { name: /^Apply [0-9]+ changes?$/ });
    await expect(rest.or(dialog.getByText('There is nothing to do.'))).toBeVisible({ timeout: 30_000 });
    if (await rest.isVisible()) {
      await rest.click();
      await expect(applied).toBeVisible({ timeout: 60_000 });
    }
    expect((await vbox('list', 'vms')).trim().split('\n')).toHaveLength(5);
    await dialog.getByRole('button', { name: 'Close' }).first().click();

    await page.getByRole('button', { name: 'Destroy…' }).click();
    await dialog.getByRole('button', { name: /^Remove it in/ }).click();
    await expect(dialog.getByText(/^Removed the lab in/)).toBeVisible({ timeout: 60_000 });
    expect(await vbox('list', 'vms')).toBe('');
  } finally {
    await stage.close();
  }
});

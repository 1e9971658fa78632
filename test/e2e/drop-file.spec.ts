import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from '../setup/parts.ts';
import { expect, type Page, test } from './fixture.ts';
import { device, openStage, prepareGround } from './stage.ts';

const sample = fileURLToPath(new URL('../../assets/samples/education.netloom.json', import.meta.url));
const file = 'lab.netloom.json';
const dropped = readFileSync(sample, 'utf8').replace('"Education lab"', '"Dropped lab"');

/** Drops a lab file where the hand would be: on the dialog that is open, else on the page. */
function dropFile(page: Page, called = 'other.netloom.json'): Promise<void> {
  return page.evaluate(
    ([text = '', name = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      const on = document.querySelector('dialog') ?? document.body;
      on.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [dropped, called],
  );
}

test('a lab file dropped during an apply is refused, and the apply has its place in the status bar', async ({
  page,
}) => {
  const box = parts().virtualbox;
  expect(box, 'VirtualBox is there (npm run setup)').toBeTruthy();
  const ground = prepareGround({ prepare: (workspace) => copyFileSync(sample, join(workspace, file)) });
  // Slow enough to be looked at: the program itself, with a pause before each machine.
  const slow = join(ground.folder, 'VBoxManage');
  writeFileSync(
    slow,
    `#!/bin/sh\ncase " $* " in *" createvm "*) sleep 1.5;; esac\nexec '${box?.wrapper}' "$@"\n`,
  );
  chmodSync(slow, 0o755);
  const env = { ...ground.env, VBOXMANAGE: slow };
  execFileSync(slow, ['setproperty', 'machinefolder', join(ground.folder, 'machines')], { env });
  const stage = await openStage({ file, ground: { ...ground, env } });
  try {
    await page.goto(stage.address);
    await expect(device(page, 'sw1')).toBeVisible();
    const dialog = page.getByRole('dialog');
    const name = page.getByLabel('Name of the lab');
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await dialog.getByRole('button', { name: /^Apply [0-9]+ changes$/ }).click({ timeout: 30_000 });
    await dropFile(page);
    await expect(dialog.getByRole('status').first()).toContainText('other.netloom.json was not opened.');
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await expect(name).toHaveValue('Education lab');

    await dialog.getByRole('button', { name: 'Close', exact: true }).first().click();
    const running = page.getByRole('button', { name: /^Applying … [0-9]+ of [0-9]+$/ });
    await running.click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Escape');
    // The command shows what runs, and makes no other plan.
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.notice')).toContainText(/^Applied [0-9]+ changes in/, { timeout: 60_000 });
    await expect(running).toHaveCount(0);

    await dropFile(page);
    await expect(name).toHaveValue('Dropped lab');
    // What was not done has no tick.
    await dropFile(page, 'notes.txt');
    await expect(page.locator('.notice-hint > .icon')).toHaveClass(/icon-info/);
  } finally {
    await stage.close();
  }
});

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from './fixture.ts';
import { parts } from '../setup/parts.ts';
import { device, dragCable, dropDevice, type Ground } from './stage.ts';

const call = promisify(execFile);

/** A lab drawn by hand on an empty canvas is checked, mended, saved, built in VirtualBox and removed again. */
export async function walkThread(
  page: Page,
  stage: Pick<Ground, 'folder' | 'workspace' | 'env'>,
  saveAs: (page: Page, file: string) => Promise<void> = saveInPage,
): Promise<void> {
  const box = parts().virtualbox;
  expect(box, 'VirtualBox is there (npm run setup)').toBeTruthy();
  const vbox = async (...args: string[]) => (await call(box?.wrapper ?? '', args, { env: stage.env })).stdout;
  await vbox('setproperty', 'machinefolder', join(stage.folder, 'machines'));
  await test.step('draw two machines and a switch, and cable them', async () => {
    await expect(page.getByRole('heading', { name: 'Draw your lab' })).toBeVisible();
    await dropDevice(page, 'vm', 180, 120);
    await dropDevice(page, 'vm', 480, 120);
    await dropDevice(page, 'switch', 330, 320);
    await expect(page.locator('.react-flow__node')).toHaveCount(3);
    await dragCable(page, 'vm1', 'sw1');
    await dragCable(page, 'vm2', 'sw1');
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  });

  await test.step('give both the same address and see it on the machines', async () => {
    for (const id of ['vm1', 'vm2']) {
      await device(page, id).click();
      const addresses = page.getByRole('complementary').getByLabel('Addresses');
      await addresses.fill('10.0.10.11/24');
      await addresses.press('Enter');
    }
    await expect(page.getByRole('complementary').locator('.finding-error')).toContainText('10.0.10.11');
    await expect(device(page, 'vm1').locator('.badge-error')).toBeVisible();
    await expect(device(page, 'vm2').locator('.badge-error')).toBeVisible();
  });

  await test.step('mend it by its quick fix, undo and redo', async () => {
    await device(page, 'vm2').locator('.badge').click();
    const list = page.getByRole('region', { name: 'Problems' });
    await expect(list.locator('.problem-words').first()).toContainText('10.0.10.11');
    await list.locator('.problem-fixes button').first().click();
    await expect(page.locator('.badge-error')).toHaveCount(0);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(page.locator('.badge-error')).toHaveCount(2);
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect(page.locator('.badge-error')).toHaveCount(0);
  });

  await test.step('save, start anew, open again', async () => {
    await saveAs(page, 'thread.netloom.json');
    await expect(page.getByText('Saved thread.netloom.json.')).toBeVisible();
    expect(existsSync(join(stage.workspace, 'thread.netloom.json'))).toBe(true);
    await page.getByRole('button', { name: 'New lab' }).click();
    await expect(page.locator('.react-flow__node')).toHaveCount(0);
    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByRole('button', { name: 'thread.netloom.json' }).click();
    await expect(page.locator('.react-flow__node')).toHaveCount(3);
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    await expect(page.locator('.badge-error')).toHaveCount(0);
  });

  await test.step('plan and apply', async () => {
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('.step-commands pre')).toContainText('VBoxManage');
    await dialog.getByRole('button', { name: /^Apply [0-9]+ changes?$/ }).click();
    await expect(dialog.getByText(/^Applied [0-9]+ changes? in [0-9.]+ s\.$/)).toBeVisible({
      timeout: 90_000,
    });
    await dialog.getByRole('button', { name: 'Plan again' }).click();
    await expect(dialog.getByText('There is nothing to do.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
  });

  await test.step('VirtualBox has what was drawn', async () => {
    const listed = await vbox('list', 'vms');
    const ids = [...listed.matchAll(/\{([0-9a-f-]{36})\}/g)].map(([, id]) => id ?? '');
    expect(ids).toHaveLength(2);
    const networks = new Set<string>();
    for (const id of ids) {
      const info = await vbox('showvminfo', id, '--machinereadable');
      expect(info).toContain('nic1="intnet"');
      expect(info).toContain('memory=1024');
      networks.add(/intnet1="([^"]*)"/.exec(info)?.[1] ?? '');
    }
    expect(networks.size, 'both are on one internal network').toBe(1);
  });

  await test.step('destroy', async () => {
    await page.getByRole('button', { name: 'Destroy…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Remove it in/ }).click();
    await expect(dialog.getByText(/^Removed the lab in/)).toBeVisible({ timeout: 90_000 });
    expect(await vbox('list', 'vms')).toBe('');
  });

  const saved = readFileSync(join(stage.workspace, 'thread.netloom.json'), 'utf8');
  expect(saved.match(/10\.0\.10\.[0-9]+\/24/g)?.sort()).toEqual(['10.0.10.1/24', '10.0.10.11/24']);
}

/** Saves a new lab with the dialog of the page, which a browser session has. */
async function saveInPage(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByLabel('File name').fill(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
}

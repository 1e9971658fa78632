import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/host/index.ts';
import { commandList } from '../../shared/contract/commands.ts';
import { dropDevice } from '../e2e/stage.ts';
import { choose, chooseInDialogs, openShell, root, type Shell } from './shell.ts';

const sample = join(root, 'assets/samples/education.netloom.json');
const count = Object.keys(
  (JSON.parse(readFileSync(sample, 'utf8')) as { devices: Record<string, unknown> }).devices,
).length;

let shell: Shell;
test.beforeEach(async () => {
  shell = await openShell({
    file: 'lab.netloom.json',
    prepare(workspace) {
      copyFileSync(sample, join(workspace, 'lab.netloom.json'));
      mkdirSync(join(workspace, '../other'));
      copyFileSync(sample, join(workspace, '../other/there.netloom.json'));
    },
  });
  await expect(shell.page.locator('.react-flow__node')).toHaveCount(count);
});
test.afterEach(() => shell.close());

/** Labels of the items below a menu, of the menu bar without one. */
const labels = (menu?: string): Promise<string[]> =>
  shell.app.evaluate(({ Menu }, id) => {
    const bar = Menu.getApplicationMenu();
    const items = id === undefined ? bar?.items : bar?.getMenuItemById(id)?.submenu?.items;
    return (items ?? []).map((item) => item.label);
  }, menu);

test('every command is in its menu, with its key shown and left to the page', async () => {
  const items = await shell.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ id: menu, submenu }) =>
      (submenu?.items ?? [])
        .filter(
          ({ role, id, type }) =>
            type === 'normal' && id !== undefined && (role === undefined || id !== role),
        )
        .map(({ id, accelerator, registerAccelerator }) => ({ menu, id, accelerator, registerAccelerator })),
    ),
  );
  const shown = commandList.filter(({ id }) => !['cut', 'copy', 'paste'].includes(id));
  expect(items.filter(({ id }) => shown.some((one) => one.id === id))).toEqual(
    shown.map(({ id, menu, ...command }) => {
      const [first] = 'keys' in command ? (command.keys ?? []) : [];
      const accelerator = first === '+' ? 'Plus' : first?.replace('Mod+', 'CmdOrCtrl+');
      return { menu, id, accelerator: accelerator ?? null, registerAccelerator: false };
    }),
  );
});

test('an item does what its command does, and says why where it cannot', async () => {
  const nodes = shell.page.locator('.react-flow__node');
  await choose(shell, 'Add a switch');
  await expect(nodes).toHaveCount(count + 1);
  await choose(shell, 'Undo');
  await expect(nodes).toHaveCount(count);
  await choose(shell, 'Select nothing');
  await choose(shell, 'Duplicate');
  await expect(shell.page.getByText('Select something on the canvas first.')).toBeVisible();
});

test('in a field the menu edits the text, on the canvas the lab', async () => {
  const { page } = shell;
  const name = page.getByLabel('Name of the lab');
  await dropDevice(page, 'switch', 60, 60);
  await name.fill('first');
  await name.press('End');
  await page.keyboard.type(' second');
  await choose(shell, 'Undo');
  await expect(name).not.toHaveValue('first second');
  await expect(page.locator('.react-flow__node')).toHaveCount(count + 1);
  await name.fill('copied words');
  await choose(shell, 'Select all');
  const selected = (field: Element): string =>
    field instanceof HTMLInputElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : '';
  await expect.poll(() => name.evaluate(selected)).toBe('copied words');
  await choose(shell, 'Copy');
  const clipboard = () => shell.app.evaluate(({ clipboard: board }) => board.readText());
  await expect.poll(clipboard).toBe('copied words');
  await name.press('End');
  await choose(shell, 'Paste');
  await expect(name).toHaveValue('copied wordscopied words');
});

test('the menu changes its language with the page', async () => {
  await shell.page.locator('.preferences select').last().selectOption('zh-CN');
  await expect.poll(() => labels()).toEqual(['文件', '编辑', '添加', '排列', '视图', '实验网络', '帮助']);
});

test('a lab used before is in the menu and opens in a window of its own', async () => {
  const there = join(shell.folder, 'other/there.netloom.json');
  await chooseInDialogs(shell, { open: there });
  await shell.page.getByRole('button', { name: 'Open…' }).click();
  await shell.page.getByRole('button', { name: 'From this computer…' }).click();
  await expect(shell.page.locator('.status-file')).toHaveText(there);
  // A file chosen by hand has its place: it is saved where it is, and no other file beside it can be named.
  await dropDevice(shell.page, 'switch', 60, 60);
  await shell.page.keyboard.press('Control+s');
  await expect(shell.page.getByText(`Saved ${there}.`)).toBeVisible();
  const refused = await shell.page.evaluate(
    (path) => window.netloom?.['design.open']({ file: path }),
    join(shell.folder, 'other/none.netloom.json'),
  );
  expect(refused).toMatchObject({ ok: false, problem: { code: 'refused' } });
  const recent = () =>
    shell.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.getMenuItemById('file')?.submenu?.items ?? [];
      return items.find(({ label }) => label === 'Open recent')?.submenu?.items.map(({ label }) => label);
    });
  const lab = join(shell.workspace, 'lab.netloom.json');
  await expect
    .poll(recent)
    .toEqual([`Education lab — ${there}`, `Education lab — ${lab}`, '', 'Clear the list']);
  const opened = shell.app.waitForEvent('window');
  // The one that is shown comes forward; the other opens beside it.
  await choose(shell, `Education lab — ${there}`);
  await choose(shell, `Education lab — ${lab}`);
  await expect((await opened).locator('.status-file')).toHaveText('lab.netloom.json');
  await expect((await opened).locator('.react-flow__node')).toHaveCount(count);
  expect(shell.app.windows()).toHaveLength(2);
  await choose(shell, 'Clear the list');
  await expect.poll(recent).toEqual(['No labs yet', 'Clear the list']);
});

test('save as gives the ending, and asks where only the ending led to a file that is there', async () => {
  const { page } = shell;
  const there = join(shell.folder, 'other/there.netloom.json');
  const before = readFileSync(there, 'utf8');
  await chooseInDialogs(shell, { save: there.replace('.netloom.json', '') });
  await choose(shell, 'Save as…');
  await expect(page.getByRole('dialog')).toContainText('There is such a file already');
  expect(readFileSync(there, 'utf8')).toBe(before);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  // The dialog of the system asked by itself about a name that was given in full.
  await dropDevice(page, 'switch', 60, 60);
  await chooseInDialogs(shell, { save: there });
  await choose(shell, 'Save as…');
  await expect(page.getByText(`Saved ${there}.`)).toBeVisible();
  expect(readFileSync(there, 'utf8')).not.toBe(before);
});

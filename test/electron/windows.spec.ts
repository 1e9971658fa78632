import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { device, dropDevice } from '../e2e/stage.ts';
import { answerQuestions, asked, choose, openShell, root, type Shell } from './shell.ts';

const sample = join(root, 'assets/samples/education.netloom.json');
const odd = `R&D \u202egnp.B\nsecond line ${'x'.repeat(3000)}`;

function prepare(workspace: string): void {
  copyFileSync(sample, join(workspace, 'a.netloom.json'));
  copyFileSync(sample, join(workspace, 'b.netloom.json'));
  writeFileSync(join(workspace, 'broken.netloom.json'), '{"netloom": 1, "lab":');
  for (const [file, name] of [
    ['odd', odd],
    ['nameless', '\u202e\n'],
  ] as const) {
    const lab = JSON.parse(readFileSync(sample, 'utf8')) as { lab: { name: string } };
    lab.lab.name = name;
    writeFileSync(join(workspace, `${file}.netloom.json`), JSON.stringify(lab));
  }
}

async function openHere(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.getByRole('dialog').getByRole('button', { name: file }).first().click();
}

const titles = ({ app }: Shell): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((one, other) => one.id - other.id)
      .map((window) => window.getTitle()),
  );

const recent = ({ app }: Shell): Promise<string[]> =>
  app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('file')?.submenu?.items ?? [];
    const list = items.find(({ label }) => label === 'Open recent')?.submenu?.items ?? [];
    return list.filter(({ type }) => type === 'normal').map(({ label }) => label);
  });

/** Starts the app once more with a file, as a double click on it does. */
const startAgain = ({ app }: Shell, path: string): Promise<void> =>
  app.evaluate(({ app: shell }, file) => void shell.emit('second-instance', {}, ['x', file], '/'), path);

let shell: Shell;
test.beforeEach(async () => {
  shell = await openShell({ file: 'a.netloom.json', prepare });
  await expect(device(shell.page, 'sw1')).toBeVisible();
});
test.afterEach(() => shell.close());

test('a lab that is open comes forward, wherever its window began', async () => {
  const { page, app } = shell;
  const path = (file: string): string => join(shell.workspace, file);
  await expect.poll(() => titles(shell)).toEqual(['Education lab – a.netloom.json – Netloom']);
  await openHere(page, 'b.netloom.json');
  await expect.poll(() => titles(shell)).toEqual(['Education lab – b.netloom.json – Netloom']);
  await dropDevice(page, 'vm', 60, 60);
  await expect.poll(() => titles(shell)).toEqual(['• Education lab – b.netloom.json – Netloom']);

  // The window began with a, and shows b: a opens beside it, b does not.
  const opened = app.waitForEvent('window');
  await startAgain(shell, path('b.netloom.json'));
  await startAgain(shell, path('a.netloom.json'));
  await startAgain(shell, path('a.netloom.json'));
  await choose(shell, `Education lab — ${path('b.netloom.json')}`);
  await choose(shell, `Education lab — ${path('a.netloom.json')}`);
  await expect(device(await opened, 'sw1')).toBeVisible();
  await expect
    .poll(() => titles(shell))
    .toEqual(['• Education lab – b.netloom.json – Netloom', 'Education lab – a.netloom.json – Netloom']);
});

test('names of labs are plain lines in menu and title, and what cannot be read is no recent lab', async () => {
  const { page } = shell;
  const { workspace } = shell;
  await openHere(page, 'broken.netloom.json');
  await expect(page.getByRole('dialog')).toContainText('broken.netloom.json');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await openHere(page, 'nameless.netloom.json');
  await expect.poll(() => titles(shell)).toEqual(['nameless.netloom.json – Netloom']);
  await openHere(page, 'odd.netloom.json');
  const shown = `R&D gnp.B second line ${'x'.repeat(37)}…`;
  await expect.poll(() => titles(shell)).toEqual([`${shown} – odd.netloom.json – Netloom`]);
  await expect
    .poll(() => recent(shell))
    .toEqual([
      `${shown.replace('&', '&&')} — ${join(workspace, 'odd.netloom.json')}`,
      `nameless.netloom.json — ${join(workspace, 'nameless.netloom.json')}`,
      `Education lab — ${join(workspace, 'a.netloom.json')}`,
      'Clear the list',
    ]);
});

test('a quit that stopped at a save that failed is over: closing another window ends only that', async () => {
  const { page, app } = shell;
  const path = join(shell.workspace, 'a.netloom.json');
  await dropDevice(page, 'vm', 60, 60);
  await expect.poll(() => titles(shell)).toEqual(['• Education lab – a.netloom.json – Netloom']);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
  await expect(page.getByText('a.netloom.json was changed by another program.')).toBeVisible();
  await answerQuestions(shell, ['Save']);
  await app.evaluate(({ app: main }) => main.quit());
  await expect.poll(() => asked(shell)).toEqual(['This lab is not saved']);
  await expect(page.getByRole('dialog')).toContainText('The file has changed');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  const opened = app.waitForEvent('window');
  await startAgain(shell, join(shell.workspace, 'b.netloom.json'));
  const other = await opened;
  await expect(device(other, 'sw1')).toBeVisible();
  // With nothing unsaved the app would end without a word.
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByRole('button', { name: 'Overwrite' }).click();
  await expect(page.getByText('Saved a.netloom.json.')).toBeVisible();
  const gone = other.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((one, next) => one.id - next.id)
      .at(-1)
      ?.close(),
  );
  await gone;
  // The first window is still there to be worked in.
  await dropDevice(page, 'switch', 60, 160);
  await expect.poll(() => titles(shell)).toEqual(['• Education lab – a.netloom.json – Netloom']);
});

test('a quit whose save worked goes on to the other windows', async () => {
  const { page, app } = shell;
  const opened = app.waitForEvent('window');
  await startAgain(shell, join(shell.workspace, 'b.netloom.json'));
  await expect(device(await opened, 'sw1')).toBeVisible();
  await dropDevice(page, 'vm', 60, 60);
  await answerQuestions(shell, ['Save']);
  const main = app.process();
  const ended = new Promise<void>((done) => main.once('exit', () => done()));
  await app.evaluate(({ app: one }) => one.quit());
  await ended;
  expect(readFileSync(join(shell.workspace, 'a.netloom.json'), 'utf8')).toContain('vm1');
});

test('a command of the menu says why it is not done while a dialog is open', async () => {
  const { page } = shell;
  await page.keyboard.press('Control+k');
  await choose(shell, 'Save');
  await expect(page.getByRole('dialog')).toContainText('Close the dialog that is open first.');
});

test('a name that is half typed when its window is closed is asked about', async () => {
  const { page, app } = shell;
  await answerQuestions(shell, ['Cancel']);
  await device(page, 'web1').click();
  await page.locator('[data-name-field]').first().fill('half-typed');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => asked(shell)).toEqual(['This lab is not saved']);
  await expect(page.locator('[data-name-field]').first()).toHaveValue('half-typed');
});

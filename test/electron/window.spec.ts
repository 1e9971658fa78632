import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/host/index.ts';
import { device, dropDevice } from '../e2e/stage.ts';
import { parts } from '../setup/parts.ts';
import { choose, openShell, root, type Shell } from './shell.ts';

const sample = join(root, 'assets/samples/education.netloom.json');
const devices = Object.keys(
  (JSON.parse(readFileSync(sample, 'utf8')) as { devices: Record<string, unknown> }).devices,
);

function inFolder(...names: string[]) {
  return (workspace: string) => {
    for (const name of names) copyFileSync(sample, join(workspace, name));
  };
}

test('without a file the window opens a sample, and the menu speaks', async () => {
  const shell = await openShell();
  try {
    const { page } = shell;
    expect(page.url()).toBe('app://netloom/');
    await expect(page.locator('.react-flow__node')).toHaveCount(devices.length);
    const labels = await shell.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map((i) => i.label),
    );
    expect(labels).toEqual(['File', 'Edit', 'Add', 'Arrange', 'View', 'Lab', 'Help']);
    const shown = await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isVisible(),
    );
    expect(shown).toBe(true);
    expect(shell.problems).toEqual([]);
  } finally {
    await shell.close();
  }
});

test('a lab given as argument is edited, undone by the menu, saved, and planned in VirtualBox', async () => {
  const box = parts().virtualbox;
  expect(box, 'VirtualBox is there (npm run setup)').toBeTruthy();
  const shell = await openShell({ file: 'lab.netloom.json', prepare: inFolder('lab.netloom.json') });
  const { page } = shell;
  const nodes = page.locator('.react-flow__node');
  try {
    await expect(nodes).toHaveCount(devices.length);
    await dropDevice(page, 'switch', 60, 60);
    await expect(nodes).toHaveCount(devices.length + 1);
    await choose(shell, 'Undo');
    await expect(nodes).toHaveCount(devices.length);
    await choose(shell, 'Redo');
    await expect(nodes).toHaveCount(devices.length + 1);
    await choose(shell, 'Save');
    await expect(page.getByText('Saved lab.netloom.json.')).toBeVisible();
    const saved = JSON.parse(readFileSync(join(shell.workspace, 'lab.netloom.json'), 'utf8')) as {
      devices: Record<string, unknown>;
    };
    expect(Object.keys(saved.devices)).toHaveLength(devices.length + 1);

    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('.step-commands pre').first()).toContainText('VBoxManage', {
      timeout: 30_000,
    });
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    const status = await page.evaluate(() => window.netloom?.['target.status']({ target: 'virtualbox' }));
    expect(status).toMatchObject({ ok: true, value: { found: true, path: box?.wrapper } });
    expect(shell.problems).toEqual([]);
  } finally {
    await shell.close();
  }
});

test('a change on disk reaches the page as an event', async () => {
  const shell = await openShell({ file: 'lab.netloom.json', prepare: inFolder('lab.netloom.json') });
  try {
    const { page } = shell;
    await expect(device(page, devices[0] ?? '')).toBeVisible();
    const seen = page.evaluate(
      () =>
        new Promise<string>((done) => window.netloom?.on('design.changed-on-disk', ({ file }) => done(file))),
    );
    const path = join(shell.workspace, 'lab.netloom.json');
    // The listener stands once the page has answered another question.
    await page.evaluate(() => window.netloom?.['session.read']({}));
    writeFileSync(path, readFileSync(path, 'utf8').replace('"education"', '"other"') + '\n');
    expect(await seen).toBe('lab.netloom.json');
  } finally {
    await shell.close();
  }
});

/** `npm start` with the runtime of the tests; gives its exit code. */
function startProgram(shell: Shell, args: readonly string[]): Promise<number | null> {
  return new Promise((done) => {
    const program = spawn(process.execPath, ['dist/cli/netloom.js', 'start', ...args], {
      cwd: root,
      env: {
        ...shell.env,
        ELECTRON_OVERRIDE_DIST_PATH: parts().electron?.folder,
        // Root has no sandbox for it.
        ELECTRON_DISABLE_SANDBOX: '1',
      },
      stdio: 'ignore',
    });
    program.once('exit', done);
  });
}

test('a second start hands its file to the first and ends', async () => {
  const shell = await openShell({
    file: 'a.netloom.json',
    prepare: inFolder('a.netloom.json', 'b.netloom.json'),
  });
  try {
    await expect(device(shell.page, devices[0] ?? '')).toBeVisible();
    const opened = shell.app.waitForEvent('window');
    const start = (name: string) => startProgram(shell, [join(shell.workspace, name)]);
    expect(await start('b.netloom.json')).toBe(0);
    const other = await opened;
    await expect(device(other, devices[0] ?? '')).toBeVisible();
    // The same file again comes back to its window.
    expect(await start('a.netloom.json')).toBe(0);
    await expect.poll(() => shell.app.windows().length).toBe(2);
  } finally {
    await shell.close();
  }
});

test('a window comes back with the size it had', async () => {
  const size = { x: 60, y: 40, width: 1111, height: 777 };
  const shell = await openShell();
  const sizeOf = ({ app }: Shell) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  const kept = join(shell.folder, 'state/window/bounds.json');
  try {
    await expect(device(shell.page, devices[0] ?? '')).toBeVisible();
    await shell.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      size,
    );
    await expect
      .poll(() => (existsSync(kept) ? readFileSync(kept, 'utf8') : ''))
      .toMatch(/"width":1111,"height":777/);
    const text = readFileSync(kept, 'utf8');
    const again = await openShell({ state: { 'window/bounds.json': text } });
    try {
      await expect.poll(() => sizeOf(again)).toEqual([1111, 777]);
    } finally {
      await again.close();
    }
    const lost = await openShell({
      state: { 'window/bounds.json': '{"x":9000,"y":0,"width":-5,"height":"a"}' },
    });
    try {
      await expect.poll(() => sizeOf(lost)).toEqual([1280, 800]);
    } finally {
      await lost.close();
    }
  } finally {
    await shell.close();
  }
});

import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { device } from '../e2e/stage.ts';
import { openPacked } from './app.ts';
import { archive, contentOf, debian, filesIn, output, root, version } from './made.ts';

const samples = join(root, 'assets/samples');
const sample = join(samples, 'education.netloom.json');
const devices = Object.keys(
  (JSON.parse(readFileSync(sample, 'utf8')) as { devices: Record<string, unknown> }).devices,
);

/** Class and size of the icon of the app's window, as the screen knows them. */
async function windowOnScreen(): Promise<string> {
  const tree = await output('xwininfo', ['-root', '-tree']);
  // Electron also has small windows of its own, which nobody sees.
  const id = /(0x[0-9a-f]+) .*\("netloom" "Netloom"\) +1280x800/.exec(tree)?.[1];
  if (id === undefined) throw new Error(`no window of Netloom in ${tree}`);
  const shown = ['-f', '_NET_WM_ICON', '32c', ' $0 $1', 'WM_CLASS', '_NET_WM_ICON'];
  return output('xprop', ['-id', id, '-notype', ...shown]);
}

test('the app of the Debian package copies the samples out of itself, opens one and shows its icon', async () => {
  const folder = await contentOf(debian);
  const app = await openPacked(join(folder, 'opt/Netloom/netloom'));
  try {
    expect(app.page.url()).toBe('app://netloom/');
    await expect(app.page.locator('.react-flow__node')).toHaveCount(devices.length);
    expect(await windowOnScreen()).toBe('WM_CLASS = "netloom", "Netloom"\n_NET_WM_ICON 256 256');
    const copies = join(app.folder, 'state/labs');
    expect(filesIn(copies)).toEqual(filesIn(samples));
    for (const name of filesIn(samples)) {
      expect(readFileSync(join(copies, name), 'utf8')).toBe(readFileSync(join(samples, name), 'utf8'));
    }
    expect(app.problems).toEqual([]);
  } finally {
    await app.close();
  }
});

test('the app of the archive opens a lab by argument, and a second start hands over its own and ends', async () => {
  const folder = await contentOf(archive);
  const app = await openPacked(join(folder, `netloom-${version}-linux-x64/netloom`), {
    file: 'a.netloom.json',
    prepare: (workspace) => {
      for (const name of ['a', 'b']) copyFileSync(sample, join(workspace, `${name}.netloom.json`));
    },
  });
  try {
    await expect(device(app.page, devices[0] ?? '')).toBeVisible();
    await expect(app.page.getByText('a.netloom.json')).toBeVisible();
    const opened = app.nextPage();
    // As a file manager would, from the folder of the lab.
    expect(await app.startAgain(['b.netloom.json'])).toBe(0);
    const other = await opened;
    await expect(other.getByText('b.netloom.json')).toBeVisible();
    await expect(device(other, devices[0] ?? '')).toBeVisible();
    expect(app.problems).toEqual([]);
  } finally {
    await app.close();
  }
});

test('nothing from outside makes the packed program run other code or be debugged', async () => {
  const folder = await contentOf(archive);
  const planted = 'planted.cjs';
  const app = await openPacked(join(folder, `netloom-${version}-linux-x64/netloom`), {
    args: ['--inspect=0'],
    env: { NODE_OPTIONS: `--require ./${planted}` },
    prepare: (workspace) =>
      writeFileSync(join(workspace, planted), "require('node:fs').writeFileSync(`${__filename}.ran`, '')\n"),
  });
  try {
    await expect(app.page.locator('.react-flow__node')).toHaveCount(devices.length);
    expect(app.said()).not.toContain('Debugger listening');
    // As Node it would run the file; as the app it hands over to the first and ends.
    expect(await app.startAgain([planted], { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: undefined })).toBe(0);
    expect(existsSync(join(app.workspace, `${planted}.ran`))).toBe(false);
  } finally {
    await app.close();
  }
});

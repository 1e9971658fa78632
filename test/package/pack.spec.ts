import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronToPack } from '../../build/package/electron.ts';
import { parts } from '../setup/parts.ts';
import { archive, debian, made, root, unpacked } from './made.ts';

/** Runs what `npm run package` runs after the build. */
function pack(...args: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const program = ['node_modules/tsx/dist/cli.mjs', 'build/package/package.ts', ...args];
  const env = { ...process.env, NETLOOM_PACK_ELECTRON: parts().electron?.folder };
  return new Promise((done) => {
    const child = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
    }
    child.once('close', (code) => done({ code, said }));
  });
}

test('an unpacked app, an archive and a Debian package are made, and what is packed is said', async () => {
  rmSync(made, { recursive: true, force: true });
  const { code, said } = await pack('--quick', '--out', made, 'dir', 'tar.gz', 'deb');
  expect(code, said).toBe(0);
  expect(said).toContain(`from ${parts().electron?.folder}, named by NETLOOM_PACK_ELECTRON; not the 45.4.1`);
  expect(said).not.toContain('icon is not set');
  expect(said).not.toContain('downloading');
  for (const file of [join(unpacked, 'netloom'), archive, debian]) {
    expect(statSync(file).size, file).toBeGreaterThan(50e6);
  }
});

test('a kind of package that cannot be made here is refused before anything is made', async () => {
  const { code, said } = await pack('dmg');
  expect(code).toBe(1);
  expect(said.trim()).toBe('no dmg here, only deb, tar.gz, dir, AppImage');
});

/** A package `electron` whose script does this. */
async function withScript(script: string, ask: (module: string) => Promise<void>): Promise<void> {
  const module = mkdtempSync(join(tmpdir(), 'netloom-electron-'));
  try {
    writeFileSync(join(module, 'install.js'), script);
    await ask(module);
  } finally {
    rmSync(module, { recursive: true, force: true });
  }
}

test('without a variable the pinned Electron is fetched by its own script', async () => {
  const script =
    "const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/version', '45.4.1')";
  await withScript(script, async (module) => {
    const electron = await electronToPack({ env: {}, module, pinned: '45.4.1' });
    expect(electron).toEqual({ folder: join(module, 'dist'), version: '45.4.1' });
  });
});

test('where it cannot be fetched, one sentence says why and what to do', async () => {
  await withScript("console.error('TypeError: fetch failed\\n    at x'); process.exit(1)", async (module) => {
    // Another version that lies there is not taken for it.
    mkdirSync(join(module, 'dist'));
    writeFileSync(join(module, 'dist/version'), '44.0.0');
    await expect(electronToPack({ env: {}, module, pinned: '45.4.1' })).rejects.toThrow(
      /^Electron 45\.4\.1, which package\.json pins, could not be fetched \(TypeError: fetch failed\)\. Run this again where .* or NETLOOM_PACK_ELECTRON to/,
    );
  });
});

test('a variable that names no Electron is an error that names it', async () => {
  await withScript('', async (module) => {
    const env = { NETLOOM_PACK_ELECTRON: module };
    await expect(electronToPack({ env, module, pinned: '45.4.1' })).rejects.toThrow(
      `NETLOOM_PACK_ELECTRON: no Electron in ${module}`,
    );
  });
});

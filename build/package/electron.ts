import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** An unpacked Electron for the platform this runs on. */
export interface Electron {
  readonly folder: string;
  readonly version: string;
}

/** Where to look for it, apart from the folder that a variable names. */
export interface Places {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The npm package `electron`: its script fetches into `dist` beside it. */
  readonly module: string;
  /** The version package.json pins. */
  readonly pinned: string;
}

/** Names the Electron to pack instead of the pinned one. */
export const electronVariable = 'NETLOOM_PACK_ELECTRON';

const fetchLimitMs = 600_000;

/**
 * The Electron that goes into the package: the folder the variable names, else the pinned one, which Electron's own
 * script is let fetch, once. electron-builder would try each target again and again, and tell less.
 */
export async function electronToPack({ env, module, pinned }: Places): Promise<Electron> {
  const named = env[electronVariable];
  if (named) {
    const folder = resolve(named);
    return { folder, version: versionIn(folder) ?? (await askVersion(folder)) };
  }
  const folder = join(module, 'dist');
  if (versionIn(folder) === pinned) return { folder, version: pinned };
  const fetched = await run(process.execPath, [join(module, 'install.js')], {});
  if (versionIn(folder) === pinned) return { folder, version: pinned };
  throw new Error(
    `Electron ${pinned}, which package.json pins, could not be fetched (${fetched.said}). Run this again where github.com ` +
      `can be reached, or set ELECTRON_MIRROR to a mirror of Electron's releases, or ${electronVariable} to the folder of ` +
      'an unpacked Electron.',
  );
}

/** Official archives have a file that says it. */
function versionIn(folder: string): string | undefined {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

async function askVersion(folder: string): Promise<string> {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const program = join(folder, names[process.platform] ?? 'electron');
  const asked = await run(program, ['-p', 'process.versions.electron'], { ELECTRON_RUN_AS_NODE: '1' });
  const version = /^\d+\.\d+\.\d+\S*$/m.exec(asked.out)?.[0];
  if (version === undefined) throw new Error(`${electronVariable}: no Electron in ${folder} (${asked.said})`);
  return version;
}

interface Ran {
  readonly out: string;
  /** The first line of its complaint, else how it ended. */
  readonly said: string;
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: fetchLimitMs,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8');
    });
    child.once('error', (error) => done({ out, said: error.message }));
    child.once('close', (code, signal) => {
      done({ out, said: complaint.trim().split('\n')[0] || `ended with ${code ?? signal}` });
    });
  });
}

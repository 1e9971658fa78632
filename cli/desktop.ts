import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Speaker } from './print/words.ts';
import { packageRoot } from './version.ts';

const fetchLimitMs = 60_000;
/** A window that is gone sooner than this, and not well, never opened. */
const openedAfterMs = 10_000;

const electron = join(packageRoot, 'node_modules', 'electron');

/**
 * Opens the desktop window and waits until it is closed. Gives false, with the reason said, where there is none to be had.
 * Electron's own module is never loaded to find out: it would fetch without a limit and without a word.
 */
export async function openWindow(speaker: Speaker, file: string | undefined): Promise<boolean> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    speaker.say('cli/no-display');
    return false;
  }
  const program = unpackedElectron() ?? (await fetchElectron(speaker));
  if (program === undefined) return false;
  const started = performance.now();
  const args = [packageRoot, ...(file === undefined ? [] : [file])];
  const ended = await run(program, args, { stdio: 'inherit' });
  if (ended.reason === undefined || ended.stopped || performance.now() - started > openedAfterMs) return true;
  speaker.say('cli/no-window', { reason: ended.reason });
  return false;
}

/** The program of an Electron that is unpacked here; undefined where there is none. */
export function unpackedElectron(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folders = override ? [override, join(electron, 'dist')] : [join(electron, 'dist')];
  return folders.map((folder) => join(folder, programName())).find((path) => existsSync(path));
}

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Lets Electron's own script fetch it, once. */
async function fetchElectron(speaker: Speaker): Promise<string | undefined> {
  const script = join(electron, 'install.js');
  if (!existsSync(script)) return undefined;
  speaker.say('cli/fetching-electron');
  const ended = await run(process.execPath, [script], { stdio: 'pipe', timeout: fetchLimitMs });
  const program = unpackedElectron();
  if (ended.reason === undefined && program !== undefined) return program;
  speaker.say('cli/not-fetched', { reason: ended.why || (ended.reason ?? '') });
  return undefined;
}

interface Ended {
  /** Why it did not end well: an exit code or a signal. */
  readonly reason?: string;
  /** This program was told to stop, and passed it on. */
  readonly stopped: boolean;
  /** The first line of what it wrote to its pipe. */
  readonly why: string;
}

function run(
  program: string,
  args: readonly string[],
  options: { readonly stdio: 'inherit' | 'pipe'; readonly timeout?: number },
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, killSignal: 'SIGKILL' });
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    child.stdout?.resume();
    let stopped = false;
    const stop = (): void => {
      stopped = true;
      child.kill('SIGTERM');
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    const end = (reason: string | undefined): void => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
      done({ ...(reason !== undefined && { reason }), stopped, why: text.trim().split('\n')[0] ?? '' });
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(code === 0 ? undefined : (signal ?? String(code))));
  });
}

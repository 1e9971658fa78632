import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** A part that could not be fetched, as opposed to one that was fetched and does not work. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly lastLine: string;
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
  readonly seconds?: number;
}

/** Runs a program without a shell and without stdin; what it prints is also shown, unless quiet. */
export function run(program: string, args: readonly string[], options: Options = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: (options.seconds ?? 900) * 1000,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let lastLine = '';
    const take = (chunk: Buffer, isOut: boolean): void => {
      if (isOut) out += chunk.toString();
      if (!options.quiet) process.stdout.write(chunk);
      lastLine = chunk.toString().trim().split('\n').at(-1) || lastLine;
    };
    child.stdout.on('data', (chunk: Buffer) => take(chunk, true));
    child.stderr.on('data', (chunk: Buffer) => take(chunk, false));
    child.on('error', (error) => resolve({ code: 127, out, lastLine: error.message }));
    child.on('close', (code, signal) => {
      const why = signal ? `${program} ended by ${signal}` : `${program} ended with ${code}`;
      resolve({ code: code ?? 1, out, lastLine: lastLine || why });
    });
  });
}

/** Tries a fetch three times with a pause between; throws a FetchError with the last line it printed. */
export async function fetchWithRetries(what: string, once: () => Promise<Ran>): Promise<void> {
  let last = '';
  for (let attempt = 1; attempt <= 3; attempt++) {
    if (attempt > 1) {
      console.log(`${what}: attempt ${attempt} of 3`);
      await pause(5000 * (attempt - 1));
    }
    const ran = await once();
    if (ran.code === 0) return;
    last = ran.lastLine;
  }
  throw new FetchError(`${what}: ${last}`);
}

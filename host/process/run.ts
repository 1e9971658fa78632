import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cancel } from '../../shared/base/cancel.ts';

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly cwd?: string | undefined;
  /** After this the program is killed. */
  readonly timeoutMs: number;
  /** Asked before the start and while it runs; a cancelled program is killed. */
  readonly cancel?: Cancel | undefined;
  /**
   * For a program that may stay on after its work is done: asked after `afterMs` and then every `everyMs`.
   * Answering true kills it and counts as success.
   */
  readonly onSlow?:
    | { readonly afterMs: number; readonly everyMs: number; readonly isDone: () => Promise<boolean> }
    | undefined;
}

export type RunEnd = 'exited' | 'finished-early' | 'timed-out' | 'cancelled' | 'not-started';

export interface Ran {
  readonly end: RunEnd;
  /** Exit code; undefined when it was killed or never started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A locale with UTF-8, so that VBoxManage and others neither cut names nor translate messages. */
export function utf8Locale(platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** How long output may come after the end of a program: a child of its own can hold the pipe open for ever. */
const drainMs = 1000;

/**
 * Runs a program with an argument array, without a shell and without input. Never rejects: what happened is in
 * the answer. Only the program itself is killed, never its children.
 */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const isCancelled = (): boolean => options.cancel?.aborted === true;
  if (isCancelled()) return { end: 'cancelled', code: undefined, stdout: '', stderr: '' };
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  let end: RunEnd = 'exited';
  let problem = '';
  const started = start(program, args, options);
  if ('problem' in started)
    return { end: 'not-started', code: undefined, stdout: '', stderr: started.problem };
  const { child } = started;
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const kill = (why: RunEnd): void => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    end = why;
    child.kill('SIGKILL');
  };
  const code = await new Promise<number | undefined>((resolve) => {
    const stopWatching = new AbortController();
    const finish = (exit: number | null): void => {
      stopWatching.abort();
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(exit ?? undefined);
    };
    child.once('error', (error) => {
      if (child.pid !== undefined) return;
      end = 'not-started';
      problem = error.message;
      finish(null);
    });
    child.once('close', (exit) => finish(exit));
    child.once('exit', (exit) => {
      const drained = setTimeout(() => finish(exit), drainMs);
      child.once('close', () => clearTimeout(drained));
    });
    void watch(options, isCancelled, kill, stopWatching.signal);
  });
  const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
  return { end, code: end === 'exited' ? code : undefined, stdout: text(out), stderr: text(err) || problem };
}

/** Some failures to start are thrown, such as arguments that are too long for the system (E2BIG). */
function start(
  program: string,
  args: readonly string[],
  options: RunOptions,
): { readonly child: ChildProcessByStdio<null, Readable, Readable> } | { readonly problem: string } {
  try {
    const child = spawn(program, args, {
      env: { ...(options.env ?? process.env), LC_ALL: utf8Locale() },
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    return { child };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

async function watch(
  { timeoutMs, onSlow }: RunOptions,
  isCancelled: () => boolean,
  kill: (why: RunEnd) => void,
  stopped: AbortSignal,
): Promise<void> {
  const started = performance.now();
  let nextCheck = onSlow?.afterMs ?? Infinity;
  while (!stopped.aborted) {
    const elapsed = performance.now() - started;
    const step = Math.min(100, Math.max(1, Math.min(timeoutMs, nextCheck) - elapsed));
    try {
      await pause(step, undefined, { signal: stopped });
    } catch {
      return;
    }
    const now = performance.now() - started;
    if (isCancelled()) kill('cancelled');
    else if (now >= timeoutMs) kill('timed-out');
    else if (onSlow && now >= nextCheck) {
      if (await onSlow.isDone()) kill('finished-early');
      nextCheck = performance.now() - started + onSlow.everyMs;
    }
  }
}

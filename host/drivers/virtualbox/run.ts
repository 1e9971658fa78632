import { setTimeout as pause } from 'node:timers/promises';
import type { Cancel } from '../../../shared/base/cancel.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { Environment } from '../../process/find.ts';
import { type Ran, run } from '../../process/run.ts';

/** Why a call did not do what it should. */
export type CallProblem =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'hung'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

export interface Caller {
  readonly path: string;
  readonly env: Environment;
}

/** Reads hang at exit once in a few hundred; a slow computer gets more time before the last try. */
const readLimitsMs = [2000, 5000, 12_000];

const writeLimits = { checkAfterMs: 3000, checkEveryMs: 1000, giveUpMs: 30_000 };

/** Pauses before the same call is made again, as the service may be starting or a lock being released. */
const retryPausesMs = [200, 400, 800, 1600, 3000];

/** Another program holds the machine. */
const lockedSigns = /0x80bb0007|VBOX_E_INVALID_OBJECT_STATE/i;
/** The service was starting, stopping or overloaded; nothing was done. */
const absentSigns = /Failed to create the VirtualBox object|NS_ERROR_ABORT/i;

/** The lines that say what went wrong, without the usage text that may follow them. */
export function errorText(stderr: string): string {
  const lines = stderr.split(/\r?\n/).filter((line) => /^VBoxManage(\.exe)?: error:/.test(line));
  const text = lines
    .map((line) => line.replace(/^VBoxManage(\.exe)?: error:\s*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('Context:'))
    .join(' ');
  return text || stderr.trim().split(/\r?\n/).at(-1)?.slice(0, 300) || 'no reason given';
}

/** Exit code 0 does not mean success: after `Invalid NIC number` VBoxManage saves the rest and ends with 0. */
function succeeded(ran: Ran): boolean {
  if (ran.end === 'finished-early') return true;
  return ran.end === 'exited' && ran.code === 0 && !/^VBoxManage(\.exe)?: error:/m.test(ran.stderr);
}

/** A call that only reads: killed and made again when it stays too long. */
export async function read(
  caller: Caller,
  args: readonly string[],
  cancel?: Cancel,
): Promise<Result<string, CallProblem>> {
  let seconds = 0;
  for (const timeoutMs of readLimitsMs) {
    const result = await withRetries(() => run(caller.path, args, { env: caller.env, timeoutMs, cancel }));
    if (succeeded(result)) return ok(result.stdout);
    if (result.end === 'cancelled') return fail({ kind: 'cancelled' });
    if (result.end !== 'timed-out') return fail({ kind: 'refused', text: errorText(result.stderr) });
    seconds += timeoutMs / 1000;
  }
  return fail({ kind: 'hung', seconds });
}

async function withRetries(call: () => Promise<Ran>, isDone?: () => Promise<boolean>): Promise<Ran> {
  for (let attempt = 0; ; attempt++) {
    const ran = await call();
    const wait = retryPausesMs[attempt];
    const again =
      ran.end === 'exited' &&
      !succeeded(ran) &&
      (lockedSigns.test(ran.stderr) || absentSigns.test(ran.stderr));
    if (!again || wait === undefined) return ran;
    if (await isDone?.()) return { ...ran, end: 'finished-early' };
    await pause(wait);
  }
}

/**
 * A call that changes something. `isDone` reads the state: VBoxManage may stay ten seconds after its work, so once
 * that is seen the client is killed. It is never killed while its work is under way, before the last limit.
 */
export async function write(
  caller: Caller,
  args: readonly string[],
  isDone: () => Promise<boolean>,
): Promise<Result<void, CallProblem>> {
  const onSlow = { afterMs: writeLimits.checkAfterMs, everyMs: writeLimits.checkEveryMs, isDone };
  const options = { env: caller.env, timeoutMs: writeLimits.giveUpMs, onSlow };
  const ran = await withRetries(() => run(caller.path, args, options), isDone);
  if (succeeded(ran)) return ok(undefined);
  if (ran.end === 'timed-out') return fail({ kind: 'hung', seconds: writeLimits.giveUpMs / 1000 });
  if (lockedSigns.test(ran.stderr)) return fail({ kind: 'locked' });
  return fail({ kind: 'refused', text: errorText(ran.stderr) });
}

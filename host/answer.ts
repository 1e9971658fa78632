import { fail, type Result } from '../shared/base/result.ts';
import type { Call, HostProblem } from '../shared/contract/call.ts';
import { type CallName, hostCalls } from '../shared/contract/index.ts';
import { message } from '../shared/messages/message.ts';
import type { RunningHost } from './create-host.ts';

/**
 * Answers one call, whichever way it came: the name must be in the contract, the input must have its shape, and a call
 * that writes needs a writable session.
 */
export async function answer(
  host: RunningHost,
  name: string,
  input: unknown,
): Promise<Result<unknown, HostProblem>> {
  const bad = fail<HostProblem>({
    code: 'bad-input',
    message: message('host/bad-input', { call: name.slice(0, 80) }),
  });
  if (!isCallName(name)) return bad;
  const call: Call<unknown, unknown> = hostCalls[name];
  const parsed = call.input.safeParse(input);
  if (!parsed.success) return { ok: false, problem: { ...bad.problem, detail: parsed.error.message } };
  if (call.access === 'write' && !host.writable) {
    return fail({ code: 'read-only', message: message('host/read-only') });
  }
  const handler = host.handlers[name] as (input: unknown) => Promise<Result<unknown, HostProblem>>;
  try {
    return await handler(parsed.data);
  } catch (bug) {
    // The page holds unsaved work: it gets an answer, and the host goes on.
    process.emitWarning(bug instanceof Error ? bug : String(bug));
    return fail({ code: 'unavailable', message: message('host/bug', { text: String(bug) }) });
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(hostCalls, name);
}

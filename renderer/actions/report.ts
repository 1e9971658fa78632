import type { Result } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { Message } from '../../shared/messages/message.ts';
import { notify } from '../stores/view-store.ts';

/** Shows why an edit was refused; true when it was done. */
export function report(result: Result<unknown, Message>): boolean {
  notify(result.ok ? undefined : { tone: 'error', message: result.problem });
  return result.ok;
}

/** Shows what the host could not do. */
export function reportHost(problem: HostProblem): void {
  notify({ tone: 'error', message: problem.message, detail: problem.detail });
}

import { type Message, message } from '../../shared/messages/message.ts';
import type { JobState } from '../stores/job-store.ts';

/** How far an apply is. */
export function progressOf({ plan, states }: JobState): { readonly done: number; readonly total: number } {
  const steps = plan?.steps ?? [];
  return { done: steps.filter((step) => states[step.id]?.kind === 'done').length, total: steps.length };
}

/** Seconds as they are told: with a tenth while there are few of them. */
export function secondsOf({ elapsedMs }: JobState): string {
  return (elapsedMs / 1000).toFixed(elapsedMs < 10_000 ? 1 : 0);
}

/** How an apply ended: one sentence. */
export function jobResult(job: JobState): Message {
  const { done, total } = progressOf(job);
  const seconds = secondsOf(job);
  if (job.outcome === 'failed') return message('ui/result-failed', { done, total, seconds });
  if (job.outcome === 'cancelled') return message('ui/result-cancelled', { done, total, seconds });
  const id = job.purpose === 'apply' ? 'ui/result-applied' : 'ui/result-destroyed';
  return message(id, { count: total, seconds });
}

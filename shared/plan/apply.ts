import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { message } from '../messages/message.ts';
import type { Cancel } from '../base/cancel.ts';
import type { ApplyReport, Driver, Plan, StepId, StepState } from './plan.ts';

/**
 * Runs steps as their needs are met, at most `parallel` at a time; after a failure, skips only what depended on it.
 * A cancel lets running steps end and starts no other. Never rejects for what the world did.
 */
export async function applyPlan<Operation>(
  plan: Plan<Operation>,
  driver: Pick<Driver<Operation, unknown>, 'run'>,
  options: {
    readonly cancel: Cancel;
    readonly parallel: number;
    readonly onState: (step: StepId, state: StepState) => void;
  },
): Promise<ApplyReport> {
  const states = new Map<StepId, StepState>(plan.steps.map((step) => [step.id, { kind: 'waiting' }]));
  let moved = true;
  const set = (id: StepId, state: StepState): void => {
    moved = true;
    states.set(id, state);
    options.onState(id, state);
  };
  const running = new Map<StepId, Promise<void>>();
  // A pass in which no step moves and none runs is the end.
  while (moved) {
    moved = false;
    for (const step of plan.steps) {
      if (states.get(step.id)?.kind !== 'waiting') continue;
      const needs = step.after.map((id) => states.get(id)?.kind ?? 'done');
      if (options.cancel.aborted) set(step.id, { kind: 'skipped', because: 'cancelled' });
      else if (needs.some((kind) => kind === 'failed' || kind === 'skipped')) {
        set(step.id, { kind: 'skipped', because: 'needs-failed' });
      } else if (running.size < options.parallel && needs.every((kind) => kind === 'done')) {
        set(step.id, { kind: 'running' });
        running.set(
          step.id,
          driver.run(step.operation, options.cancel).then(
            (result) => {
              running.delete(step.id);
              set(step.id, result.ok ? { kind: 'done' } : unfinished(result.problem, options.cancel));
            },
            (bug: unknown) => {
              running.delete(step.id);
              set(step.id, { kind: 'failed', diagnostic: bugOf(bug) });
            },
          ),
        );
      }
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  const kinds = [...states.values()];
  const stuck = [...states].filter(([, state]) => state.kind === 'waiting').map(([id]) => id);
  if (stuck.length > 0) throw new Error(`steps wait for each other: ${stuck.join(', ')}`);
  const outcome = kinds.some((state) => state.kind === 'failed')
    ? 'failed'
    : kinds.some((state) => state.kind === 'skipped')
      ? 'cancelled'
      : 'done';
  return { outcome, states: Object.fromEntries(states) };
}

/** A step that its driver gave up because of the cancel has not failed: the next plan has it again. */
function unfinished(diagnostic: Diagnostic, cancel: Cancel): StepState {
  const gaveUp = cancel.aborted && diagnostic.code.endsWith('/cancelled');
  return gaveUp ? { kind: 'skipped', because: 'cancelled' } : { kind: 'failed', diagnostic };
}

/** A driver that throws has a mistake in it; what was done before must be reported all the same. */
function bugOf(bug: unknown): Diagnostic {
  const text = bug instanceof Error ? bug.message : String(bug);
  const at = { table: 'lab', row: 'lab' } as const;
  return {
    code: 'driver/bug',
    severity: 'error',
    message: message('host/bug', { text }),
    at,
    related: [],
    fixes: [],
  };
}

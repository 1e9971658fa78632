import { randomUUID } from 'node:crypto';
import type { HostEvents } from '../shared/contract/index.ts';
import type { StepStateView } from '../shared/contract/shapes.ts';
import type { ApplyReport, StepState } from '../shared/plan/plan.ts';
import { carryOut, type MadePlan } from './lab-plan.ts';
import { viewOf } from './views.ts';

type Emit = <Name extends keyof HostEvents>(name: Name, event: HostEvents[Name]) => void;

interface Job {
  readonly abort: AbortController;
  readonly states: Record<string, StepStateView>;
  readonly startedMs: number;
  outcome: 'running' | ApplyReport['outcome'];
  elapsedMs: number;
}

/** Applies under way and ended in this session. One runs at a time: they would step on each other's machines. */
export interface Jobs {
  readonly busy: boolean;
  start(plan: MadePlan): string;
  find(id: string): Job | undefined;
}

export function createJobs(emit: Emit): Jobs {
  const jobs = new Map<string, Job>();
  return {
    get busy() {
      return [...jobs.values()].some(({ outcome }) => outcome === 'running');
    },
    find: (id) => jobs.get(id),
    start(made) {
      const id = randomUUID();
      const job: Job = {
        abort: new AbortController(),
        states: Object.fromEntries(made.plan.steps.map((step) => [step.id, { kind: 'waiting' }])),
        startedMs: Date.now(),
        outcome: 'running',
        elapsedMs: 0,
      };
      jobs.set(id, job);
      const onState = (step: string, state: StepState): void => {
        job.states[step] = stateView(state);
        emit('apply.step', { job: id, step, state: stateView(state) });
      };
      const end = (outcome: ApplyReport['outcome']): void => {
        job.outcome = outcome;
        job.elapsedMs = Date.now() - job.startedMs;
        emit('apply.done', { job: id, outcome, elapsedMs: job.elapsedMs });
      };
      carryOut(made, { cancel: job.abort.signal, onState }).then(
        (result) => {
          if (result.ok) return end(result.value.outcome);
          // Refused before the first step: the reason stands at the first step, so that it is seen.
          const [first] = made.plan.steps;
          const [diagnostic] = result.problem.diagnostics;
          const at = { table: 'lab', row: 'lab' } as const;
          const shown = diagnostic ?? {
            code: 'host/apply',
            severity: 'error',
            message: result.problem.message,
            at,
            related: [],
            fixes: [],
          };
          if (first) onState(first.id, { kind: 'failed', diagnostic: shown });
          end('failed');
        },
        (bug: unknown) => {
          // The page holds unsaved work: a bug here must not take the host down with it.
          process.emitWarning(bug instanceof Error ? bug : String(bug));
          end('failed');
        },
      );
      return id;
    },
  };
}

function stateView(state: StepState): StepStateView {
  switch (state.kind) {
    case 'failed':
      return { kind: 'failed', diagnostic: viewOf(state.diagnostic) };
    case 'skipped':
      return { kind: 'skipped', because: state.because };
    case 'waiting':
    case 'running':
    case 'done':
      return { kind: state.kind };
  }
}

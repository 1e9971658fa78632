import { randomUUID } from 'node:crypto';
import type { HostEvents } from '../shared/contract/index.ts';
import type { StepStateView } from '../shared/contract/shapes.ts';
import type { ApplyReport, StepState } from '../shared/plan/plan.ts';
import { labRow } from '../shared/model/design.ts';
import type { ApplyGate } from './gate.ts';
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

/** Applies under way and ended in this session. One runs at a time, in all sessions that share the gate. */
export interface Jobs {
  readonly busy: boolean;
  /** Starts carrying a plan out; undefined while another is. */
  start(plan: MadePlan): string | undefined;
  find(id: string): Job | undefined;
  /** Stops what runs after the step it is at, and waits for its end. */
  stop(): Promise<void>;
}

export function createJobs(emit: Emit, gate: ApplyGate): Jobs {
  const jobs = new Map<string, Job>();
  const running = new Map<Job, Promise<void>>();
  return {
    get busy() {
      return running.size > 0;
    },
    find: (id) => jobs.get(id),
    async stop() {
      for (const { abort } of running.keys()) abort.abort();
      await Promise.all(running.values());
    },
    start(made) {
      const leave = gate.enter(labRow(made.design).name);
      if (!leave) return undefined;
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
        leave();
        running.delete(job);
        emit('apply.done', { job: id, outcome, elapsedMs: job.elapsedMs });
      };
      const ended = carryOut(made, { cancel: job.abort.signal, onState }).then(
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
      running.set(job, ended);
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

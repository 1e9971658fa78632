import { createStore } from 'zustand/vanilla';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { PlanView, StepStateView } from '../../shared/contract/shapes.ts';

export type Purpose = 'apply' | 'destroy';

export interface JobState {
  readonly stage: 'planning' | 'refused' | 'ready' | 'running' | 'finished';
  readonly purpose: Purpose;
  readonly plan: PlanView | undefined;
  /** Why there is no plan, or why it could not be started. */
  readonly problem: HostProblem | undefined;
  readonly job: string | undefined;
  readonly states: Readonly<Record<string, StepStateView>>;
  readonly outcome: 'running' | 'done' | 'failed' | 'cancelled';
  readonly cancelling: boolean;
  readonly startedMs: number;
  readonly elapsedMs: number;
}

export const freshJob: JobState = {
  stage: 'planning',
  purpose: 'apply',
  plan: undefined,
  problem: undefined,
  job: undefined,
  states: {},
  outcome: 'running',
  cancelling: false,
  startedMs: 0,
  elapsedMs: 0,
};

/** The plan looked at and the apply under way. */
export const jobStore = createStore<JobState>()(() => freshJob);

export function stepChanged(step: string, state: StepStateView): void {
  jobStore.setState((job) => ({ states: { ...job.states, [step]: state } }));
}

export function finished(outcome: 'done' | 'failed' | 'cancelled', elapsedMs: number): void {
  jobStore.setState({ stage: 'finished', outcome, elapsedMs });
}

import { writeDesign } from '../../shared/file/write.ts';
import { host } from '../host/index.ts';
import { designStore } from '../stores/design-store.ts';
import { finished, freshJob, jobStore, type Purpose, stepChanged } from '../stores/job-store.ts';
import { notify, openDialog, viewStore } from '../stores/view-store.ts';
import { commitField } from './commit-field.ts';
import { jobResult } from './job-result.ts';

const pollMs = 1000;

/** Asks the host what it would take to build or to remove the lab, and shows it; while an apply runs, shows that. */
export async function makePlan(purpose: Purpose): Promise<void> {
  if (jobStore.getState().stage === 'running') return showJob();
  commitField();
  jobStore.setState({ ...freshJob, purpose });
  openDialog({ kind: 'plan' });
  const { design, file } = designStore.getState();
  const answer = await host.call('plan.make', {
    text: writeDesign(design),
    target: 'virtualbox',
    purpose,
    ...(file === undefined ? {} : { file }),
  });
  if (answer.ok) jobStore.setState({ stage: 'ready', plan: answer.value });
  else jobStore.setState({ stage: 'refused', problem: answer.problem });
}

/** Shows the plan or the apply there is, after its dialog was closed. */
export function showJob(): void {
  openDialog({ kind: 'plan' });
}

/** Starts the plan that is shown. */
export async function startApply(): Promise<void> {
  const { plan } = jobStore.getState();
  if (!plan) return;
  jobStore.setState({ stage: 'running', startedMs: Date.now(), elapsedMs: 0, states: {} });
  const answer = await host.call('apply.start', { plan: plan.plan });
  if (!answer.ok) {
    jobStore.setState({ stage: 'refused', problem: answer.problem });
    return;
  }
  jobStore.setState({ job: answer.value.job });
  follow(answer.value.job);
}

/** Asks the running job to stop after the step it is at. */
export async function cancelApply(): Promise<void> {
  const { job } = jobStore.getState();
  if (job === undefined) return;
  jobStore.setState({ cancelling: true });
  await host.call('apply.cancel', { job });
}

/** Listens to the events of applies; call once. */
export function listenToJobs(): void {
  host.on('apply.step', ({ job, step, state }) => {
    if (isOurs(job)) stepChanged(step, state);
  });
  host.on('apply.done', ({ job, outcome, elapsedMs }) => {
    if (isOurs(job)) end(outcome, elapsedMs);
  });
}

/** Events may be lost with the connection, so the state is asked for as well. */
function follow(job: string): void {
  const timer = setInterval(() => {
    const state = jobStore.getState();
    if (state.job !== job || state.stage !== 'running') return clearInterval(timer);
    jobStore.setState({ elapsedMs: Date.now() - state.startedMs });
    void host.call('apply.state', { job }).then((answer) => {
      if (!answer.ok || jobStore.getState().stage !== 'running') return;
      jobStore.setState({ states: answer.value.states });
      if (answer.value.outcome !== 'running') end(answer.value.outcome, answer.value.elapsedMs);
    });
  }, pollMs);
}

/** The apply has ended. Where its dialog was closed meanwhile, a notice says how. */
function end(outcome: 'done' | 'failed' | 'cancelled', elapsedMs: number): void {
  finished(outcome, elapsedMs);
  if (viewStore.getState().dialog?.kind === 'plan') return;
  notify({ tone: outcome === 'done' ? 'ok' : 'error', message: jobResult(jobStore.getState()) });
}

/** Events of a job can come before the answer that names it. */
function isOurs(job: string): boolean {
  const state = jobStore.getState();
  return state.stage === 'running' && (state.job === undefined || state.job === job);
}

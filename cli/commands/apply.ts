import { createInterface } from 'node:readline/promises';
import { carryOut, type MadePlan } from '../../host/lab-plan.ts';
import type { ApplyReport, StepState } from '../../shared/plan/plan.ts';
import type { Purpose } from '../../shared/targets/target.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkJson } from '../print/json.ts';
import { sayDiagnostics, sayEmpty, sayPlan } from '../print/words.ts';
import { makeOrSay } from './make.ts';

export interface ApplyOptions {
  readonly target: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Builds the lab, or with purpose `destroy` removes what is of it. Asks first, unless told `--yes`. */
export async function apply(
  context: Context,
  file: string,
  purpose: Purpose,
  options: ApplyOptions,
): Promise<ExitCode> {
  const { speaker } = context;
  const result = await makeOrSay(context, file, options.target, purpose, options.json);
  if ('code' in result) return result.code;
  const { made } = result;
  sayPlan(speaker, made);
  if (made.plan.steps.length === 0) {
    sayEmpty(speaker, made);
    if (options.json) context.printJson({ file, outcome: 'done', steps: {} });
    return exitCodes.fine;
  }
  if (!options.yes) {
    if (!process.stdin.isTTY) {
      speaker.say('cli/needs-yes');
      return exitCodes.unreadable;
    }
    if (!(await confirmed(context))) {
      speaker.say('cli/not-confirmed');
      return exitCodes.problems;
    }
  }
  return run(context, file, made, options);
}

async function confirmed(context: Context): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(context.speaker.words({ id: 'cli/confirm', values: {} }))).trim() === 'yes';
  } finally {
    lines.close();
  }
}

async function run(context: Context, file: string, made: MadePlan, options: ApplyOptions): Promise<ExitCode> {
  const { speaker } = context;
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.on('SIGINT', interrupt);
  const started = Date.now();
  const labels = new Map(made.plan.steps.map((step) => [step.id, step.label]));
  const onState = (id: string, state: StepState): void => {
    const label = labels.get(id);
    if (state.kind === 'waiting' || state.kind === 'running' || !label) return;
    speaker.line(`${speaker.words({ id: `cli/state/${state.kind}`, values: {} })}: ${speaker.words(label)}`);
    if (state.kind === 'failed') sayDiagnostics(speaker, file, [state.diagnostic]);
  };
  const result = await carryOut(made, { cancel: abort.signal, onState });
  process.off('SIGINT', interrupt);
  if (!result.ok) {
    speaker.tell(result.problem.message);
    if (options.json) context.printJson(checkJson(file, result.problem.diagnostics, context.locale));
    return exitCodes.problems;
  }
  const report = result.value;
  if (options.json) context.printJson({ file, outcome: report.outcome, steps: report.states });
  const counts = countKinds(report);
  switch (report.outcome) {
    case 'done':
      speaker.say(made.request.purpose === 'destroy' ? 'cli/destroyed' : 'cli/applied', {
        count: counts.done,
        seconds: ((Date.now() - started) / 1000).toFixed(1),
      });
      return exitCodes.fine;
    case 'failed':
      speaker.say('cli/failed-partly', counts);
      return exitCodes.failedPartWay;
    case 'cancelled':
      speaker.say('cli/cancelled', counts);
      return exitCodes.interrupted;
  }
}

function countKinds(report: ApplyReport): { done: number; failed: number; skipped: number } {
  const counts = { done: 0, failed: 0, skipped: 0 };
  for (const { kind } of Object.values(report.states)) {
    if (kind === 'done' || kind === 'failed' || kind === 'skipped') counts[kind]++;
  }
  return counts;
}

import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { planJson } from '../print/json.ts';
import { sayEmpty, sayPlan } from '../print/words.ts';
import { makeOrSay } from './make.ts';

/** Says what apply would do, step by step and as exact commands. Changes nothing. */
export async function plan(
  context: Context,
  file: string,
  options: {
    readonly target: string;
    readonly json?: boolean;
    readonly detailedExitcode?: boolean;
    readonly destroy?: boolean;
  },
): Promise<ExitCode> {
  const result = await makeOrSay(
    context,
    file,
    options.target,
    options.destroy ? 'destroy' : 'apply',
    options.json,
  );
  if ('code' in result) {
    // Where 2 means "there are changes", a file that cannot be read must not look like it.
    return options.detailedExitcode && result.code === exitCodes.unreadable
      ? exitCodes.problems
      : result.code;
  }
  const { made } = result;
  const count = made.plan.steps.length;
  sayPlan(context.speaker, made);
  if (count > 0) context.speaker.say('cli/plan-steps', { count });
  else sayEmpty(context.speaker, made);
  if (options.json) context.printJson(planJson(file, made, context.locale));
  return options.detailedExitcode && count > 0 ? exitCodes.changes : exitCodes.fine;
}

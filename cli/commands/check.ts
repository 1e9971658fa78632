import { readText } from '../../host/files/read-text.ts';
import { checkText } from '../../host/lab-plan.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkJson } from '../print/json.ts';
import { problemOf, sayCounts, sayDiagnostics } from '../print/words.ts';

/** Says what is wrong with a lab. */
export async function check(
  context: Context,
  file: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const read = await readText(file, file);
  const result = read.ok
    ? checkText(read.value.text)
    : { diagnostics: [problemOf('file/unreadable', read.problem.message)] };
  sayDiagnostics(context.speaker, file, result.diagnostics);
  sayCounts(context.speaker, result.diagnostics);
  if (options.json) context.printJson(checkJson(file, result.diagnostics, context.locale));
  if (!('design' in result) || !result.design) return exitCodes.unreadable;
  return countBySeverity(result.diagnostics).error > 0 ? exitCodes.problems : exitCodes.fine;
}

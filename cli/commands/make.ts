import { resolve } from 'node:path';
import { readText } from '../../host/files/read-text.ts';
import { type MadePlan, makePlan } from '../../host/lab-plan.ts';
import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import type { Purpose } from '../../shared/targets/target.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkJson } from '../print/json.ts';
import { problemOf, sayDiagnostics } from '../print/words.ts';

/** A plan of a lab file, or the exit code that says why there is none; what went wrong has been said by then. */
export async function makeOrSay(
  context: Context,
  file: string,
  target: string,
  purpose: Purpose,
  json: boolean | undefined,
): Promise<{ readonly made: MadePlan } | { readonly code: ExitCode }> {
  const { speaker } = context;
  const read = await readText(file, file);
  const say = (diagnostics: readonly Diagnostic[]): void => {
    sayDiagnostics(speaker, file, diagnostics);
    if (json) context.printJson(checkJson(file, diagnostics, context.locale));
  };
  if (!read.ok) {
    say([problemOf('file/unreadable', read.problem.message)]);
    return { code: exitCodes.unreadable };
  }
  const request = { text: read.value.text, target, purpose, path: resolve(file) };
  const made = await makePlan(request, context.backends);
  if (made.ok) {
    const blocked = countBySeverity(made.value.obstacles).error > 0;
    if (!blocked) sayDiagnostics(speaker, file, made.value.obstacles);
    else say(made.value.obstacles);
    return blocked ? { code: exitCodes.problems } : { made: made.value };
  }
  const { code, message, diagnostics } = made.problem;
  say(diagnostics.length > 0 ? diagnostics : [problemOf(`host/${code}`, message)]);
  switch (code) {
    case 'unreadable':
      return { code: exitCodes.unreadable };
    case 'unavailable':
      return { code: exitCodes.environmentMissing };
    default:
      if (diagnostics.length > 0) speaker.tell(message);
      return { code: code === 'not-found' ? exitCodes.unreadable : exitCodes.problems };
  }
}

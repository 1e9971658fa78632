import { changeBetween, isEmptyChange } from '../../shared/model/change.ts';
import { differences } from '../../shared/model/differences.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { countDifferences, differenceLines } from '../print/differences.ts';
import { sayDiagnostics } from '../print/words.ts';
import { readLab } from '../read-lab.ts';

/** Says which rows of a lab differ from those of another. Ends like diff(1): 0 the same, 1 different, 2 trouble. */
export async function diff(
  context: Context,
  files: readonly [string, string],
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const { speaker } = context;
  if (files[0] === '-' && files[1] === '-') {
    speaker.say('cli/stdin-once');
    return exitCodes.unreadable;
  }
  const [a, b] = [await readLab(files[0]), await readLab(files[1])];
  for (const { file, design, diagnostics } of [a, b]) {
    if (design) continue;
    sayDiagnostics(speaker, file, diagnostics);
    speaker.say('cli/unreadable-file', { file });
  }
  if (!a.design || !b.design) return exitCodes.unreadable;
  const change = changeBetween(a.design, b.design);
  if (options.json) context.printJson(differences(change));
  else for (const line of differenceLines(change)) context.print(`${line}\n`);
  if (isEmptyChange(change)) {
    speaker.say('cli/diff-same');
    return exitCodes.fine;
  }
  speaker.say('cli/diff-counts', countDifferences(change));
  return exitCodes.problems;
}

import { rewrite } from '../../host/files/rewrite.ts';
import { applySafeFixes } from '../../shared/diagnostics/apply-fixes.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import { message } from '../../shared/messages/message.ts';
import { isEmptyChange } from '../../shared/model/change.ts';
import { differences } from '../../shared/model/differences.ts';
import { createAnalyser } from '../../shared/pipeline.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { differenceLines } from '../print/differences.ts';
import { readableLab } from '../read-lab.ts';

export interface FixOptions {
  readonly write?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Applies all repairs that need nobody to choose; without `--write` it only says what they would change. */
export async function fix(context: Context, file: string, options: FixOptions): Promise<ExitCode> {
  const { speaker } = context;
  const lab = await readableLab(speaker, file);
  if (!lab) return exitCodes.unreadable;
  const mayWrite = options.write === true && options.dryRun !== true;
  if (mayWrite && file === '-') {
    speaker.say('cli/no-stdin-write');
    return exitCodes.unreadable;
  }
  const { change, design, mended, left } = applySafeFixes(lab.design, createAnalyser());
  const isChanged = !isEmptyChange(change);
  for (const { label } of mended)
    speaker.line(speaker.words(message('cli/fixed', { label: speaker.words(label) })));
  if (!options.json) for (const line of differenceLines(change)) context.print(`${line}\n`);
  const counts = countBySeverity(left);
  if (options.json) {
    const words = (one: Parameters<typeof formatMessage>[0]): string => formatMessage(one, context.locale);
    context.printJson({
      file,
      fixed: mended.map((one) => ({ ...one, message: words(one.message), label: words(one.label) })),
      changes: differences(change),
      left: counts,
    });
  }
  if (mayWrite && isChanged) {
    const written = await rewrite(file, lab.text.version, writeDesign(design));
    if (!written.ok) {
      speaker.tell(written.problem);
      return exitCodes.problems;
    }
  }
  const said = isChanged ? (mayWrite ? 'cli/fix-done' : 'cli/fix-would') : 'cli/fix-nothing';
  speaker.say(said, { file, count: mended.length });
  if (left.length > 0) speaker.say('cli/fix-left', { ...counts });
  return counts.error > 0 ? exitCodes.problems : exitCodes.fine;
}

import { rewrite } from '../../host/files/rewrite.ts';
import { writeDesign } from '../../shared/file/write.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readableLab } from '../read-lab.ts';

export interface FmtOptions {
  readonly check?: boolean;
  readonly write?: boolean;
}

/** Writes a lab as Netloom saves it: on stdout, or with `--write` into its file. `--check` only says whether it is so. */
export async function fmt(context: Context, file: string, options: FmtOptions): Promise<ExitCode> {
  const { speaker } = context;
  const lab = await readableLab(speaker, file);
  if (!lab) return exitCodes.unreadable;
  const text = writeDesign(lab.design);
  const isFine = text === lab.text.text;
  if (options.check) {
    speaker.say(isFine ? 'cli/fmt-fine' : 'cli/fmt-differs', { file });
    return isFine ? exitCodes.fine : exitCodes.problems;
  }
  if (!options.write) {
    context.print(text);
    return exitCodes.fine;
  }
  if (file === '-') {
    speaker.say('cli/no-stdin-write');
    return exitCodes.unreadable;
  }
  if (!isFine) {
    const written = await rewrite(file, lab.text.version, text);
    if (!written.ok) {
      speaker.tell(written.problem);
      return exitCodes.problems;
    }
  }
  speaker.say(isFine ? 'cli/fmt-fine' : 'cli/fmt-done', { file });
  return exitCodes.fine;
}

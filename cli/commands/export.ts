import { chmod } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atomicWrite } from '../../host/files/atomic-write.ts';
import { ensureFolder } from '../../host/files/ensure-folder.ts';
import { readText, reasonOf } from '../../host/files/read-text.ts';
import { checkText } from '../../host/lab-plan.ts';
import { resolveBlueprint } from '../../shared/blueprint/resolve.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import { targets } from '../../shared/targets/index.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkJson } from '../print/json.ts';
import { problemOf, sayDiagnostics } from '../print/words.ts';

/** Writes the files of a target into a folder. The lab must be without errors. */
export async function exportFiles(
  context: Context,
  file: string,
  options: { readonly target: string; readonly out: string; readonly json?: boolean },
): Promise<ExitCode> {
  const { speaker } = context;
  const target = targets.find(({ id }) => id === options.target);
  if (!target?.files) {
    const known = targets.filter(({ files }) => files).map(({ id }) => id);
    speaker.say('host/unknown-target', { target: options.target, known: known.join(', ') });
    return exitCodes.unreadable;
  }
  const read = await readText(file, file);
  const checked = read.ok
    ? checkText(read.value.text)
    : { diagnostics: [problemOf('file/unreadable', read.problem.message)] };
  const { design, diagnostics } = { design: undefined, ...checked };
  sayDiagnostics(speaker, file, diagnostics);
  if (options.json && (!design || countBySeverity(diagnostics).error > 0)) {
    context.printJson(checkJson(file, diagnostics, context.locale));
  }
  if (!design) return exitCodes.unreadable;
  const errors = countBySeverity(diagnostics).error;
  if (errors > 0) {
    speaker.say('cli/blocked', { count: errors });
    return exitCodes.problems;
  }
  const artifacts = target.files.render(resolveBlueprint(design));
  try {
    for (const { path, text, executable } of artifacts) {
      const full = join(options.out, path);
      await ensureFolder(dirname(full));
      await atomicWrite(full, text);
      if (executable) await chmod(full, 0o755);
    }
  } catch (problem) {
    speaker.say('cli/cannot-write', { file: options.out, reason: reasonOf(problem) });
    return exitCodes.problems;
  }
  speaker.say('cli/exported', { count: artifacts.length, folder: options.out });
  if (options.json)
    context.printJson({ file, folder: options.out, files: artifacts.map(({ path }) => path) });
  return exitCodes.fine;
}

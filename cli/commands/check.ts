import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CheckedFile, junitReport, sarifLog } from '../../shared/diagnostics/reports.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkJson } from '../print/json.ts';
import { sayCounts, sayDiagnostics } from '../print/words.ts';
import { type ReadLab, readLab } from '../read-lab.ts';
import { version } from '../version.ts';

export const checkFormats = ['text', 'json', 'sarif', 'junit'] as const;

export interface CheckOptions {
  readonly json?: boolean;
  readonly format?: (typeof checkFormats)[number];
  readonly maxWarnings?: number;
}

/** Says what is wrong with labs. */
export async function check(
  context: Context,
  files: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { speaker } = context;
  if (files.filter((file) => file === '-').length > 1) {
    speaker.say('cli/stdin-once');
    return exitCodes.unreadable;
  }
  const labs: ReadLab[] = [];
  for (const file of files) {
    const lab = await readLab(file);
    labs.push(lab);
    sayDiagnostics(speaker, file, lab.diagnostics);
  }
  const all = labs.flatMap(({ diagnostics }) => diagnostics);
  const counts = countBySeverity(all);
  if (labs.length === 1 || all.length === 0) sayCounts(speaker, all);
  else speaker.say('cli/many-problems', { files: labs.length, ...counts });
  report(context, labs, options.json ? 'json' : (options.format ?? 'text'));
  if (labs.some(({ design }) => !design)) return exitCodes.unreadable;
  if (counts.error > 0) return exitCodes.problems;
  const { maxWarnings } = options;
  if (maxWarnings === undefined || counts.warning <= maxWarnings) return exitCodes.fine;
  speaker.say('cli/too-many-warnings', { count: counts.warning, most: maxWarnings });
  return exitCodes.tooManyWarnings;
}

function report(context: Context, labs: readonly ReadLab[], format: (typeof checkFormats)[number]): void {
  const words: Parameters<typeof junitReport>[1]['words'] = (message) =>
    formatMessage(message, context.locale);
  const checked = labs.map(({ file, diagnostics }): CheckedFile => ({ file, uri: uriOf(file), diagnostics }));
  switch (format) {
    case 'text':
      return;
    case 'json': {
      const results = labs.map(({ file, diagnostics }) => checkJson(file, diagnostics, context.locale));
      // One file keeps the shape that scripts know.
      context.printJson(results.length === 1 ? results[0] : { files: results });
      return;
    }
    case 'sarif':
      context.printJson(sarifLog(checked, { version, rules, words }));
      return;
    case 'junit':
      context.print(junitReport(checked, { words }));
      return;
  }
}

/** Relative to where the command runs, so that a log means the same on a build server; else as a file URI. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const below = relative(process.cwd(), file);
  if (below === '' || below.startsWith('..') || isAbsolute(below)) return pathToFileURL(file).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}

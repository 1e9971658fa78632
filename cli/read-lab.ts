import { readStream } from '../host/files/read-stream.ts';
import { readText, type TextFile } from '../host/files/read-text.ts';
import { checkText } from '../host/lab-plan.ts';
import type { Diagnostic } from '../shared/diagnostics/diagnostic.ts';
import type { Design } from '../shared/model/design.ts';
import { problemOf, sayDiagnostics, type Speaker } from './print/words.ts';

export interface ReadLab {
  /** As the person called it; `-` is standard input. */
  readonly file: string;
  readonly text?: TextFile;
  /** Undefined when the file is no lab; then at least one diagnostic is an error. */
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks a lab file, or standard input where the file is `-`. */
export async function readLab(file: string): Promise<ReadLab> {
  const read = file === '-' ? await readStream(process.stdin, file) : await readText(file, file);
  if (!read.ok) return { file, diagnostics: [problemOf('file/unreadable', read.problem.message)] };
  return { file, text: read.value, ...checkText(read.value.text) };
}

/** A lab that can be read, with its text; undefined once what stands in its way has been said. */
export async function readableLab(
  speaker: Speaker,
  file: string,
): Promise<{ readonly design: Design; readonly text: TextFile } | undefined> {
  const { design, text, diagnostics } = await readLab(file);
  if (design && text) return { design, text };
  sayDiagnostics(speaker, file, diagnostics);
  speaker.say('cli/unreadable-file', { file });
  return undefined;
}

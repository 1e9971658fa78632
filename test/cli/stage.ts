import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Stage {
  /** A path in the folder of this test file. */
  readonly path: (name: string) => string;
  /** Writes a lab there, from its text or from a sketch. */
  readonly lab: (name: string, text: string) => Promise<string>;
  readonly sketch: (name: string, sketch: string) => Promise<string>;
  readonly netloom: (
    args: readonly string[],
    more?: { env?: Record<string, string>; stdin?: string },
  ) => Promise<Run>;
}

/** A folder of its own for the tests of a file, and the command line beside it. */
export function createStage(): Stage {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netloom-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const lab = async (name: string, text: string): Promise<string> => {
    const file = path(`${name}.netloom.json`);
    await writeFile(file, text);
    return file;
  };
  return {
    path,
    lab,
    sketch: (name, sketch) => lab(name, writeDesign(sketchDesign(sketch))),
    netloom: (args, { env = {}, stdin } = {}) =>
      new Promise((done) => {
        const all = { ...process.env, LC_ALL: 'en', NETLOOM_STATE: join(folder, 'state'), ...env };
        const child = execFile(
          process.execPath,
          ['--import', 'tsx', 'cli/main.ts', ...args],
          { env: all, maxBuffer: 1 << 24 },
          (problem, stdout, stderr) => {
            done({ code: problem ? Number(problem.code) : 0, stdout, stderr });
          },
        );
        child.stdin?.end(stdin ?? '');
      }),
  };
}

import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from './files/atomic-write.ts';

const most = 10;
const listShape = z.array(z.object({ path: z.string(), lab: z.string(), usedMs: z.number() }));

export interface RecentFile {
  readonly path: string;
  readonly lab: string;
  readonly usedMs: number;
}

/** Labs that were opened or saved last on this computer, the newest first. */
export interface Recent {
  /** Those that still exist. */
  list(): Promise<RecentFile[]>;
  note(path: string, lab: string): Promise<void>;
  clear(): Promise<void>;
  /** Tells of every change of the list. */
  onChange(listener: () => void): void;
}

/** Keeps the list in a file. One that cannot be read is an empty list; one that cannot be written troubles nobody. */
export function createRecent(file: string): Recent {
  const listeners: (() => void)[] = [];
  let last: Promise<void> = Promise.resolve();
  const read = async (): Promise<RecentFile[]> => {
    try {
      const parsed = listShape.safeParse(JSON.parse(await readFile(file, 'utf8')));
      return parsed.success ? parsed.data : [];
    } catch {
      return [];
    }
  };
  const change = (next: (now: readonly RecentFile[]) => readonly RecentFile[]): Promise<void> => {
    last = last
      .then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await atomicWrite(file, `${JSON.stringify(next(await read()), undefined, 2)}\n`);
        for (const listener of listeners) listener();
      })
      .catch(() => undefined);
    return last;
  };
  return {
    async list() {
      await last;
      const kept = await read();
      const there = await Promise.all(kept.map(({ path }) => isFile(path)));
      return kept.filter((_, index) => there[index]);
    },
    note: (path, lab) =>
      change((now) =>
        [{ path, lab, usedMs: Date.now() }, ...now.filter((one) => one.path !== path)].slice(0, most),
      ),
    clear: () => change(() => []),
    onChange: (listener) => void listeners.push(listener),
  };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

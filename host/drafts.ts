import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from './files/atomic-write.ts';
import { labNameOf } from './files/lab-name.ts';
import { isAlive, markOf } from './process/alive.ts';

const draftFile = z.object({
  netloomDraft: z.literal(1),
  pid: z.number().int().positive(),
  started: z.string().optional(),
  session: z.string(),
  page: z.string(),
  writtenMs: z.number(),
  path: z.string().optional(),
  basedOn: z.string().optional(),
  text: z.string(),
});

/** Work that is not in a file yet. */
export interface Work {
  readonly text: string;
  /** The file it belongs to. */
  readonly path?: string | undefined;
  readonly basedOn?: string | undefined;
}

/** A draft as it was found. */
export interface FoundDraft extends Work {
  readonly id: string;
  readonly lab: string;
  readonly writtenMs: number;
}

/** What one session keeps of unsaved work, and finds of sessions before it. */
export interface Drafts {
  /** @throws NodeJS.ErrnoException when it cannot be kept; what was kept before then still is */
  write(page: string, work: Work): Promise<string>;
  /** Drafts of programs that are gone and of pages `before` of this session, the newest first; and files that are none. */
  find(before: readonly string[]): Promise<{ drafts: FoundDraft[]; unreadable: string[] }>;
  read(id: string): Promise<FoundDraft | undefined>;
  discard(id: string): Promise<void>;
  /** The session ends and its person wants none of it kept. Nothing is written afterwards. */
  discardAll(): Promise<void>;
}

const ending = '.json';
const idShape = /^[0-9a-f-]{8,100}$/;

/** @param session names this session; each has its own files in `folder` */
export function createDrafts(folder: string, session: string): Drafts {
  const fileOf = (id: string): string => join(folder, id + ending);
  const owned = new Set<string>();
  // One after the other, so that a discard is not overtaken by the write before it.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(act);
    last = mine.catch(() => undefined);
    return mine;
  };
  let ended = false;

  async function load(id: string): Promise<z.infer<typeof draftFile> | undefined> {
    if (!idShape.test(id)) return undefined;
    try {
      return draftFile.parse(JSON.parse(await readFile(fileOf(id), 'utf8')));
    } catch {
      return undefined;
    }
  }

  return {
    write: (page, work) =>
      inTurn(async () => {
        const id = `${session}-${page}`;
        if (ended) return id;
        await mkdir(folder, { recursive: true });
        owned.add(id);
        const draft: z.infer<typeof draftFile> = {
          netloomDraft: 1,
          ...(await markOf()),
          session,
          page,
          writtenMs: Date.now(),
          ...work,
        };
        await atomicWrite(fileOf(id), `${JSON.stringify(draft)}\n`);
        return id;
      }),
    async find(before) {
      const names = await readdir(folder).catch((): string[] => []);
      const drafts: FoundDraft[] = [];
      const unreadable: string[] = [];
      for (const name of names.filter((one) => one.endsWith(ending) && !one.startsWith('.'))) {
        const id = name.slice(0, -ending.length);
        const draft = await load(id);
        if (!draft) unreadable.push(join(folder, name));
        else if (draft.session === session ? before.includes(draft.page) : !(await isAlive(draft))) {
          drafts.push(found(id, draft));
        }
      }
      return { drafts: drafts.sort((a, b) => b.writtenMs - a.writtenMs), unreadable };
    },
    read: (id) => load(id).then((draft) => draft && found(id, draft)),
    discard: (id) =>
      inTurn(async () => {
        if (!idShape.test(id)) return;
        const draft = await load(id);
        const isOurs = draft?.session === session;
        if (draft && (isOurs || !(await isAlive(draft)))) await rm(fileOf(id), { force: true });
        owned.delete(id);
      }),
    discardAll: () =>
      inTurn(async () => {
        ended = true;
        for (const id of owned) await rm(fileOf(id), { force: true }).catch(() => undefined);
      }),
  };
}

function found(id: string, { text, path, basedOn, writtenMs }: z.infer<typeof draftFile>): FoundDraft {
  return { id, lab: labNameOf(text), text, path, basedOn, writtenMs };
}

import { existsSync } from 'node:fs';
import { mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256Hex } from '../shared/base/digest.ts';
import { sameValue } from '../shared/base/json.ts';
import {
  emptyLedger,
  type KnownNetwork,
  type LabLedger,
  type LedgerState,
} from '../shared/targets/virtualbox/state.ts';
import { atomicWrite } from './files/atomic-write.ts';
import type { Environment } from './process/find.ts';
import { stateFolder } from './state-folder.ts';

interface LedgerFile extends LabLedger {
  readonly version: 1;
  readonly lab: string;
  /** The VirtualBox profile these objects are in. */
  readonly profile: string;
  /** The design file they were last made from. */
  readonly path?: string | undefined;
}

export type LedgerTable = keyof LabLedger;

/** The keys of each table that stand for something. */
export type LiveKeys = Readonly<Record<LedgerTable, ReadonlySet<string>>>;

/** What was made for one lab in one VirtualBox profile, on this computer by this user. */
export interface Ledger {
  /** The file it is kept in. */
  readonly file: string;
  read(): Promise<LabLedger>;
  /** The design file the objects were made from, as last noted. */
  labPath(): Promise<string | undefined>;
  noteLabPath(path: string): Promise<void>;
  /** Written to the disk before this resolves, so that a crash cannot hide what is made next. */
  set<Table extends LedgerTable>(
    table: Table,
    key: string,
    entry: NonNullable<LabLedger[Table][string]>,
  ): Promise<void>;
  remove(table: LedgerTable, key: string): Promise<void>;
  /**
   * Drops entries of what is gone; `look` finds what is not, or undefined where that cannot be said. An entry
   * `creating` stays while its object may still be on its way.
   */
  tidy(look: (known: LabLedger) => Promise<LiveKeys | undefined>): Promise<void>;
}

/** Changes to one file happen one after another in this process. */
const lanes = new Map<string, Promise<unknown>>();

function inLane<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const next = (lanes.get(file) ?? Promise.resolve()).then(work, work);
  lanes.set(
    file,
    next.catch(() => undefined),
  );
  return next;
}

const lockWaitMs = 20;
/** A change takes milliseconds; a lock this old belongs to a process that died. */
const lockStaleMs = 10_000;
/** Longer than a lock is respected, save one whose folder is dated in the future or cannot be removed. */
const lockGiveUpMs = 12_000;

/** A call of VBoxManage is given up after thirty seconds; until then what it makes may appear. */
const creationMs = 90_000;

/** Another process holds the ledger and does not let go. */
export class LedgerLocked extends Error {
  readonly lock: string;
  readonly seconds = lockGiveUpMs / 1000;
  constructor(lock: string) {
    super(`${lock} is held`);
    this.lock = lock;
  }
}

/** Another process (the window and the command line) waits until this one has read, changed and written the file. */
async function locked<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const lock = `${file}.lock`;
  const started = performance.now();
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (performance.now() - started > lockGiveUpMs) throw new LedgerLocked(lock);
      const made = await stat(lock).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      );
      if (made !== undefined && Date.now() - made > lockStaleMs) await rmdir(lock).catch(() => undefined);
      else await pause(lockWaitMs);
    }
  }
  try {
    return await work();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
}

function isState(value: unknown): value is LedgerState {
  return value === 'creating' || value === 'made';
}

function networkOf(value: unknown): KnownNetwork | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { state, subnets }: Partial<Record<keyof KnownNetwork, unknown>> = value;
  if (!isState(state) || !Array.isArray(subnets)) return undefined;
  return { state, subnets: subnets.filter((subnet) => typeof subnet === 'string') };
}

/** The entries of a table that can be read. */
function entriesOf<Entry>(
  value: unknown,
  entryOf: (value: unknown) => Entry | undefined,
): Record<string, Entry> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([key, one]): [string, Entry][] => {
      const entry = entryOf(one);
      return entry === undefined ? [] : [[key, entry]];
    }),
  );
}

async function load(file: string): Promise<Omit<LedgerFile, 'version' | 'lab' | 'profile'>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyLedger;
    throw error;
  }
  const value: unknown = JSON.parse(text);
  const known: Partial<Record<keyof LedgerFile, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  const path = typeof known.path === 'string' ? known.path : undefined;
  return {
    machines: entriesOf(known.machines, (state) => (isState(state) ? state : undefined)),
    networks: entriesOf(known.networks, networkOf),
    path,
  };
}

function isEmpty({ machines, networks }: LabLedger): boolean {
  return Object.keys(machines).length + Object.keys(networks).length === 0;
}

/**
 * The ledger of a lab in a VirtualBox profile. Its reading and writing reject when the file cannot be read, is
 * damaged, or cannot be written: then nothing may be changed in VirtualBox either.
 */
export function openLedger(env: Environment, profile: string, lab: string): Ledger {
  const name = (text: string): string => sha256Hex(text).slice(0, 16);
  const file = join(stateFolder(env), 'virtualbox', name(resolve(profile)), `${name(lab)}.json`);
  type Kept = LabLedger & { readonly path?: string | undefined };
  const change = (edit: (now: Kept) => Kept | Promise<Kept>) =>
    inLane(file, async () => {
      await mkdir(dirname(file), { recursive: true });
      await locked(file, async () => {
        const now = await load(file);
        const next = await edit(now);
        if (sameValue(now, next)) return;
        const { machines, networks, path } = next;
        const content: LedgerFile = { version: 1, lab, profile: resolve(profile), path, machines, networks };
        await atomicWrite(file, `${JSON.stringify(content, undefined, 2)}\n`);
      });
    });
  return {
    file,
    read: () => inLane(file, () => load(file)),
    labPath: () => inLane(file, async () => (await load(file)).path),
    noteLabPath: (path) => change((now) => ({ ...now, path: resolve(path) })),
    set: (table, key, entry) => change((now) => ({ ...now, [table]: { ...now[table], [key]: entry } })),
    remove: (table, key) =>
      change((now) => {
        const { [key]: _gone, ...rest } = now[table];
        return { ...now, [table]: rest };
      }),
    tidy: async (look) => {
      if (isEmpty(await inLane(file, () => load(file)))) return;
      await change(async (now) => {
        const live = await look(now);
        if (!live) return now;
        const age = Date.now() - (await stat(file)).mtimeMs;
        const mayAppear = Math.abs(age) < creationMs;
        const kept = <Entry>(
          entries: Readonly<Record<string, Entry>>,
          keys: ReadonlySet<string>,
          stateOf: (entry: Entry) => LedgerState,
        ): Record<string, Entry> =>
          Object.fromEntries(
            Object.entries(entries).filter(
              ([key, entry]) => keys.has(key) || (mayAppear && stateOf(entry) === 'creating'),
            ),
          );
        return {
          ...now,
          machines: kept(now.machines, live.machines, (state) => state),
          networks: kept(now.networks, live.networks, ({ state }) => state),
        };
      });
    },
  };
}

/**
 * Another design file with this lab's id that made objects and still exists: the one at `path` is then a copy, and
 * applying it would change what the other made.
 */
export async function knownElsewhere(ledger: Ledger, path: string | undefined): Promise<string | undefined> {
  const known = await ledger.labPath();
  if (known === undefined || (path !== undefined && known === resolve(path)) || !existsSync(known))
    return undefined;
  return isEmpty(await ledger.read()) ? undefined : known;
}

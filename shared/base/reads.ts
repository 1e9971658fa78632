import type { Table } from './by-id.ts';

type AnyTable = Table<unknown>;
type Tables = Readonly<Record<string, AnyTable>>;

/** What a computation read of some tables: rows by id (undefined for one that was not there), and tables as a whole. */
export interface Reads {
  readonly rows: readonly ReadRow[];
  readonly whole: ReadonlySet<string>;
}
type ReadRow = readonly [table: string, id: string, row: unknown];

/** Whether a computation that read these things would read the same of other tables. */
export function readsHold({ rows, whole }: Reads, before: Tables, now: Tables): boolean {
  for (const table of whole) if (before[table] !== now[table]) return false;
  for (const [table, id, row] of rows) {
    const rowsNow = now[table];
    if (
      before[table] !== rowsNow &&
      (rowsNow && Object.hasOwn(rowsNow, id) ? rowsNow[id] : undefined) !== row
    ) {
      return false;
    }
  }
  return true;
}

export interface Recorder<Given> {
  /** Looks and behaves like the tables that were given, and takes down what is read of them. */
  readonly view: Given;
  /** Runs a computation that reads the view, and says what it read. */
  record<Value>(compute: () => Value): { readonly value: Value; readonly reads: Reads };
}

/** What stands behind a view, be it of one table or of all. */
interface Watched {
  /** Runs a computation, and says what it read; whoever is recording has read it too. */
  readonly capture: Recorder<unknown>['record'];
  /** Takes down once more what a computation read when it was run. */
  readonly replay: (reads: Reads) => void;
}
const watched = new WeakMap<object, Watched>();

/** Takes down what is read of tables. The rows themselves are passed on as they are: they never change. */
export function createRecorder<Given extends { readonly [Name in keyof Given]: AnyTable }>(
  tables: Given,
): Recorder<Given> {
  let rows = new Map<string, ReadRow>();
  let whole = new Set<string>();
  const add = (row: ReadRow): void => {
    const key = `${row[0]} ${row[1]}`;
    if (!rows.has(key)) rows.set(key, row);
  };
  const replay = (reads: Reads): void => {
    for (const row of reads.rows) add(row);
    for (const table of reads.whole) whole.add(table);
  };
  const capture: Watched['capture'] = (compute) => {
    const outer = { rows, whole };
    rows = new Map();
    whole = new Set();
    const value = compute();
    // What was read as a whole needs no list of its rows.
    const reads = { rows: [...rows.values()].filter(([table]) => !whole.has(table)), whole };
    ({ rows, whole } = outer);
    replay(reads);
    return { value, reads };
  };
  const viewOf = (name: string, table: AnyTable): AnyTable => {
    const read = (id: string | symbol): void => {
      if (typeof id === 'string') add([name, id, Object.hasOwn(table, id) ? table[id] : undefined]);
    };
    const view = new Proxy(table, {
      get: (target, id, receiver) => (read(id), Reflect.get(target, id, receiver)),
      has: (target, id) => (read(id), Reflect.has(target, id)),
      getOwnPropertyDescriptor: (target, id) => (read(id), Reflect.getOwnPropertyDescriptor(target, id)),
      ownKeys: (target) => (whole.add(name), Reflect.ownKeys(target)),
    });
    watched.set(view, { capture, replay });
    return view;
  };
  const views = Object.entries<AnyTable>(tables).map(([name, table]) => [name, viewOf(name, table)] as const);
  const view = Object.fromEntries(views) as unknown as Given;
  watched.set(view, { capture, replay });
  return {
    view,
    record: (compute) => {
      rows = new Map();
      whole = new Set();
      return capture(compute);
    },
  };
}

/** How a computation that remembers its result for one argument does it where the argument is a view; undefined elsewhere. */
export function watchedBehind(argument: object): Watched | undefined {
  return watched.get(argument);
}

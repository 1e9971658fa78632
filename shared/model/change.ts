import { canonicalJson, sameValue } from '../base/json.ts';
import { type Design, type Rows, type TableName, tableNames } from './design.ts';

/** `after` alone adds a row, `before` alone removes it, both replace it. */
export interface RowChange<Row> {
  readonly before?: Row | undefined;
  readonly after?: Row | undefined;
}

/** The single currency of editing: user edits, quick fixes, imports and undo are all this. */
export type Change = {
  readonly [Name in TableName]?: Readonly<Record<string, RowChange<Rows[Name]>>>;
};

type AnyRows = Record<string, unknown>;
type AnyChanges = Record<string, RowChange<unknown>>;

/** A change with at least one row in it; an empty one is not worth an undo step. */
export function isEmptyChange(change: Change): boolean {
  return tableNames.every((table) => Object.keys(change[table] ?? {}).length === 0);
}

/** The rows that a change touches, tables in their order, rows as they stand. */
export function touchedRows(change: Change): { table: TableName; row: string }[] {
  return tableNames.flatMap((table) => Object.keys(change[table] ?? {}).map((row) => ({ table, row })));
}

/**
 * The design after the change. Tables that it does not touch stay the same objects.
 * @throws RangeError when a `before` row is not the row in `design`: the change is stale
 */
export function applyChange(design: Design, change: Change): Design {
  const result: Record<string, AnyRows> = { ...design };
  for (const table of tableNames) {
    const rows = change[table] as AnyChanges | undefined;
    if (!rows || Object.keys(rows).length === 0) continue;
    const next: AnyRows = { ...design[table] };
    for (const [id, { before, after }] of Object.entries(rows)) {
      const now = Object.hasOwn(next, id) ? next[id] : undefined;
      if (!sameValue(now, before)) {
        throw new RangeError(
          `stale change: ${table} ${id} is ${canonicalJson(now)}, not ${canonicalJson(before)}`,
        );
      }
      if (after === undefined) delete next[id];
      else put(next, id, after);
    }
    result[table] = next;
  }
  return result as Design;
}

/** Swaps every before and after, so undoing is applying. */
export function invertChange(change: Change): Change {
  const result: Record<string, AnyChanges> = {};
  for (const table of tableNames) {
    const rows = change[table] as AnyChanges | undefined;
    if (!rows) continue;
    result[table] = Object.fromEntries(
      Object.entries(rows).map(([id, { before, after }]) => [id, rowChange(after, before)]),
    );
  }
  return result as Change;
}

/**
 * One change with the effect of `first` then `second`; a row added then removed, or changed and changed back,
 * leaves no trace.
 * @throws RangeError when `second` does not start where `first` ends
 */
export function mergeChanges(first: Change, second: Change): Change {
  const result: Record<string, AnyChanges> = {};
  for (const table of tableNames) {
    const earlier = (first[table] ?? {}) as AnyChanges;
    const later = (second[table] ?? {}) as AnyChanges;
    const rows: AnyChanges = { ...earlier };
    for (const [id, change] of Object.entries(later)) {
      const previous = Object.hasOwn(earlier, id) ? earlier[id] : undefined;
      if (previous && !sameValue(previous.after, change.before)) {
        throw new RangeError(`changes do not meet at ${table} ${id}`);
      }
      const merged = previous ? rowChange(previous.before, change.after) : change;
      if (sameValue(merged.before, merged.after)) delete rows[id];
      else put(rows, id, merged);
    }
    if (Object.keys(rows).length > 0) result[table] = rows;
  }
  return result as Change;
}

/** Sets a member, also one called `__proto__`, which an assignment would take for the prototype. */
function put(rows: object, id: string, value: unknown): void {
  Object.defineProperty(rows, id, { value, enumerable: true, configurable: true, writable: true });
}

function rowChange<Row>(before: Row | undefined, after: Row | undefined): RowChange<Row> {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The change that leads from one design to another, row by row and by value. */
export function changeBetween(from: Design, to: Design): Change {
  const result: Record<string, AnyChanges> = {};
  for (const table of tableNames) {
    if (from[table] === to[table]) continue;
    const a = from[table] as AnyRows;
    const b = to[table] as AnyRows;
    const rows: AnyChanges = {};
    for (const id of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const before = Object.hasOwn(a, id) ? a[id] : undefined;
      const after = Object.hasOwn(b, id) ? b[id] : undefined;
      if (!sameValue(before, after)) put(rows, id, rowChange(before, after));
    }
    if (Object.keys(rows).length > 0) result[table] = rows;
  }
  return result as Change;
}

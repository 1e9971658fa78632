import { sortedRows } from '../base/by-id.ts';
import { sameValue } from '../base/json.ts';
import type { Change, RowChange } from './change.ts';
import { type TableName, tableNames } from './design.ts';

/** A member of a row as it was and as it is; absent members are undefined. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface RowDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly table: TableName;
  readonly row: string;
  /** By name; of a row added or removed, all that it has. */
  readonly fields: readonly FieldDifference[];
}

/** A change as a list for people: tables in the order of a file, rows by id, and of each row what differs. */
export function differences(change: Change): RowDifference[] {
  return tableNames.flatMap((table) =>
    sortedRows<RowChange<unknown>>(change[table] ?? {}).map(([row, { before, after }]): RowDifference => {
      const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      return { kind, table, row, fields: fieldsOf(before, after) };
    }),
  );
}

function fieldsOf(before: unknown, after: unknown): FieldDifference[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((one) => !sameValue(one.before, one.after));
}

/** Rows are objects, but for members of a file that this version does not know. */
function membersOf(row: unknown): ReadonlyMap<string, unknown> {
  if (row === undefined) return new Map();
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return new Map([['', row]]);
  return new Map(Object.entries(row));
}

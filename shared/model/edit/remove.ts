import { ok } from '../../base/result.ts';
import { parseMac } from '../../ip/mac.ts';
import type { Change, RowChange } from '../change.ts';
import type { Design } from '../design.ts';
import type { Field, Needed } from '../field.ts';
import { type FieldTables, fields, fieldTables } from '../fields.ts';
import type { Edit } from './edit.ts';

export interface Remove {
  readonly rows: readonly { readonly table: Exclude<keyof FieldTables, 'lab'>; readonly row: string }[];
}

type AnyRow = Readonly<Record<string, unknown>>;
type Gone = Readonly<Record<keyof FieldTables, Set<string>>>;

/** Removes rows and what cannot stand without them; what only pointed at them stays and forgets them. */
export const remove: Edit<Remove> = (design, { rows }) => {
  const gone = Object.fromEntries(fieldTables.map((table) => [table, new Set<string>()])) as unknown as Gone;
  for (const { table, row } of rows) gone[table].add(row);
  while (takeAlong(design, gone));
  const change: Record<string, Record<string, RowChange<unknown>>> = {};
  for (const table of fieldTables) {
    const changed = changesOf(table, design[table], gone);
    if (Object.keys(changed).length > 0) change[table] = changed;
  }
  return ok(change as Change);
};

/** Adds the rows that cannot stand without what is gone; true when there were any. */
function takeAlong(design: Design, gone: Gone): boolean {
  let more = false;
  const macs = goneMacs(design, gone);
  for (const table of fieldTables) {
    for (const [id, row] of Object.entries<object>(design[table])) {
      if (gone[table].has(id) || !falls(table, id, row as AnyRow, gone, macs)) continue;
      gone[table].add(id);
      more = true;
    }
  }
  return more;
}

/** MAC addresses that only interfaces had that are gone: a reservation for one is for nobody. */
function goneMacs(design: Design, gone: Gone): ReadonlySet<string> {
  const macsOf = (isGone: boolean) =>
    Object.entries(design.interfaces).flatMap(([id, { mac }]) =>
      gone.interfaces.has(id) === isGone ? (parseMac(mac ?? '') ?? []) : [],
    );
  const left = new Set(macsOf(false));
  return new Set(macsOf(true).filter((mac) => !left.has(mac)));
}

function falls(
  table: keyof FieldTables,
  id: string,
  row: AnyRow,
  gone: Gone,
  macs: ReadonlySet<string>,
): boolean {
  if (table === 'positions') return gone.devices.has(id);
  if (table === 'checks') return isGone(gone, String(row['table']), row['row']);
  if (table === 'reservations' && macs.has(parseMac(String(row['mac'])) ?? '')) return true;
  if (table === 'expectations' && isGone(gone, 'devices', row['to'])) return true;
  return Object.entries<Field & Needed>(fields[table]).some(([name, field]) => {
    if (field.type === 'reference')
      return (field.needed || field.carried) && isGone(gone, field.to, row[name]);
    if (field.type !== 'references' || !field.needed) return false;
    const members = row[name];
    return (
      Array.isArray(members) && members.length > 0 && members.every((one) => isGone(gone, field.to, one))
    );
  });
}

function isGone(gone: Gone, table: string, id: unknown): boolean {
  const ids = Object.hasOwn(gone, table) ? gone[table as keyof FieldTables] : undefined;
  return typeof id === 'string' && (ids?.has(id) ?? false);
}

function changesOf(
  table: keyof FieldTables,
  rows: Readonly<Record<string, object>>,
  gone: Gone,
): Record<string, RowChange<unknown>> {
  const result: Record<string, RowChange<unknown>> = {};
  for (const [id, before] of Object.entries(rows)) {
    if (gone[table].has(id)) result[id] = { before };
    else {
      const after = forget(table, before as AnyRow, gone);
      if (after !== before) result[id] = { before, after };
    }
  }
  return result;
}

/** The row without what it says of things that are gone; the same object where it says nothing of them. */
function forget(table: keyof FieldTables, row: AnyRow, gone: Gone): AnyRow {
  let result = row;
  for (const [name, field] of Object.entries<Field>(fields[table])) {
    const value = row[name];
    if (field.type === 'reference' && isGone(gone, field.to, value)) {
      result = { ...result, [name]: undefined };
    } else if (field.type === 'references' && Array.isArray(value)) {
      const left = value.filter((one) => !isGone(gone, field.to, one));
      if (left.length < value.length) result = { ...result, [name]: left };
    }
  }
  return result;
}

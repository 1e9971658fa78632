import type { Design } from '../design.ts';
import type { Field } from '../field.ts';
import { type FieldTables, fields, fieldTables } from '../fields.ts';

/** A row of some table, its fields by name. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Rows of one table that a field of a row names. */
export interface Named {
  readonly field: string;
  readonly to: keyof FieldTables;
  readonly ids: readonly string[];
}

/** The rows that a row names: by its references, and where a text may be the id of a row. */
export function namedBy(table: keyof FieldTables, row: AnyRow): Named[] {
  const found = Object.entries<Field>(fields[table]).flatMap(([field, { type, ...more }]) => {
    if (type !== 'reference' && type !== 'references') return [];
    const to = 'to' in more ? more.to : 'extra';
    return to === 'extra' || row[field] === undefined ? [] : [{ field, to, ids: idsIn(row[field]) }];
  });
  const text = textReference(table, row);
  return text ? [...found, text] : found;
}

/** The end of an expectation is a device or an address; a rule setting names its table. */
function textReference(table: keyof FieldTables, row: AnyRow): Named | undefined {
  if (table === 'expectations') return { field: 'to', to: 'devices', ids: idsIn(row['to']) };
  const to = table === 'checks' ? fieldTables.find((one) => one === row['table']) : undefined;
  return to && { field: 'row', to, ids: idsIn(row['row']) };
}

/** Every id of a lab, and every one that a row names: an id that is only named must not come to life. */
export function* mentioned(design: Design): Iterable<string> {
  for (const table of fieldTables) {
    for (const [id, row] of Object.entries<object>(design[table])) {
      yield id;
      for (const { ids } of namedBy(table, row as AnyRow)) yield* ids;
    }
  }
}

function idsIn(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

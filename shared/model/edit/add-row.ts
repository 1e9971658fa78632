import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { Change } from '../change.ts';
import { fields } from '../fields.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId } from './names.ts';
import { type FieldTable, readField } from './set-field.ts';

export interface AddRow {
  readonly table: Exclude<FieldTable, 'lab' | 'devices' | 'interfaces' | 'links' | 'groups' | 'notes'>;
  /** Fields as typed; empty ones are left out. */
  readonly row: Readonly<Record<string, string>>;
  readonly taken: TakenIds;
}

/** Adds a row of a table of facts: a route, a service, a firewall rule. Every field that it needs must be given. */
export const addRow: Edit<AddRow> = (design, { table, row, taken }) => {
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields[table])) {
    const typed = row[name]?.trim() ?? '';
    if (typed === '') {
      if (field.needed) return fail(message('edit/needed', { field: name }));
      continue;
    }
    const value = readField(design, field, typed);
    if (!value.ok) return value;
    made[name] = value.value;
  }
  const id = freshId(design[table], stemOf(table, made), taken);
  return ok({ [table]: { [id]: { after: made } } } as Change);
};

/** What the ids of new rows begin with: `web1.route`, where the row belongs to a device; else the singular of its table. */
export function stemOf(table: string, row: Readonly<Record<string, unknown>>): string {
  const noun = table === 'qos' ? table : table.replace(/(?<=s)es$|s$/, '').toLowerCase();
  const owner = row['device'];
  return typeof owner === 'string' ? `${owner}.${noun}` : noun;
}

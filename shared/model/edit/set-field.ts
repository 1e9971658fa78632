import { rowOf } from '../../base/by-id.ts';
import { sameValue } from '../../base/json.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { formatMac, parseMac } from '../../ip/mac.ts';
import { type Message, message } from '../../messages/message.ts';
import type { Change } from '../change.ts';
import type { Design, TableName } from '../design.ts';
import type { Field } from '../field.ts';
import { type FieldTables, fieldOf } from '../fields.ts';
import type { Edit } from './edit.ts';
import { arePorts, portsAsTyped } from './forward-port.ts';

export type FieldTable = Exclude<keyof FieldTables, 'positions'>;

export interface SetField {
  readonly table: FieldTable;
  readonly row: string;
  readonly field: string;
  /** As typed; empty takes the value away, so that the default counts. */
  readonly text: string;
}

type Value = string | number | boolean | readonly string[];

/** Sets one field of one row from what a person typed. */
export const setField: Edit<SetField> = (design, { table, row, field: name, text }) => {
  const field = fieldOf(table, name);
  if (!field || field.fixed || field.type === 'name' || field.type === 'uuid')
    return fail(message('edit/not-a-field', { field: name }));
  const before: object | undefined = rowOf<object>(design[table], row);
  if (!before) return fail(message('edit/gone'));
  const typed = text.trim();
  if (typed === '' && field.needed && field.type !== 'list' && field.type !== 'references')
    return fail(message('edit/needed', { field: name }));
  const value = typed === '' && !field.needed ? ok(undefined) : readField(design, field, typed);
  if (!value.ok) return value;
  const after = { ...before, [name]: value.value };
  if (sameValue(before, after)) return ok({});
  return ok({ [table]: { [row]: { before, after } } } as Change);
};

/**
 * The value of a field from text as typed. Addresses, prefixes and VLAN ids are taken as they are: a lab under
 * construction must survive a save, and rules report them.
 */
export function readField(design: Design, field: Field, text: string): Result<Value, Message> {
  switch (field.type) {
    case 'whole':
      return field.any ? whole(text, -1_000_000, 1_000_000) : whole(text, field.least, field.most);
    case 'pixels':
      return whole(text, field.least ?? -1_000_000, 1_000_000);
    case 'flag':
      return oneOf(text, ['true', 'false'], (choice) => choice === 'true');
    case 'choice':
      return oneOf(text, field.choices, (choice) => choice);
    case 'mac': {
      const digits = parseMac(text);
      return digits === undefined ? fail(message('edit/not-a-mac', { text })) : ok(formatMac(digits));
    }
    case 'ports':
      return arePorts(text) ? ok(portsAsTyped(text)) : fail(message('edit/not-ports', { text }));
    case 'reference':
      return present(design, field.to, field.kinds, text);
    case 'references':
      return readAll(text, (one) => present(design, field.to, undefined, one));
    case 'list':
      return ok(parts(text));
    default:
      return ok(text);
  }
}

function whole(text: string, least: number, most: number): Result<number, Message> {
  if (!/^-?[0-9]{1,10}$/.test(text)) return fail(message('edit/not-a-number', { text }));
  const value = Number(text);
  return value < least || value > most
    ? fail(message('edit/out-of-range', { value, least, most }))
    : ok(value);
}

function oneOf<Read>(
  text: string,
  choices: readonly string[],
  read: (choice: string) => Read,
): Result<Read, Message> {
  return choices.includes(text)
    ? ok(read(text))
    : fail(message('edit/not-a-choice', { text, choices: choices.join(', ') }));
}

/** The id of a row that is there, and is of one of these kinds where it is a device. */
function present(
  design: Design,
  table: TableName,
  kinds: readonly string[] | undefined,
  id: string,
): Result<string, Message> {
  const kind = table === 'devices' ? rowOf(design.devices, id)?.kind : undefined;
  const fits = rowOf<unknown>(design[table], id) !== undefined && (!kinds || kinds.includes(kind ?? ''));
  return fits ? ok(id) : fail(message('edit/not-there', { text: id }));
}

function readAll(text: string, read: (one: string) => Result<string, Message>): Result<string[], Message> {
  const result: string[] = [];
  for (const one of parts(text)) {
    const value = read(one);
    if (!value.ok) return value;
    result.push(value.value);
  }
  return ok(result);
}

/** Several values as people type them: with commas, semicolons or spaces between, Chinese ones too. */
export function parts(text: string): string[] {
  return text.split(/[\s,;，；、]+/).filter((part) => part !== '');
}

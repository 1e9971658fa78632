import { z } from 'zod';
import type { TableName } from '../model/design.ts';
import type { Field, Needed } from '../model/field.ts';
import { fields } from '../model/fields.ts';

z.config({ jitless: true });

const text = z.string().max(65_536);

/**
 * The shape that a file may have in a field: its type, and little more. VLAN ids, ports and sizes outside their range
 * must load, so that a rule can name them and offer a fix.
 */
function shapeOf(field: Field): z.ZodType {
  switch (field.type) {
    case 'uuid':
      return z.uuid();
    case 'whole':
      return field.any ? z.number().int() : z.number().int().min(Math.min(field.least, 1));
    case 'pixels':
      return field.least === undefined ? z.number() : z.number().min(field.least);
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(field.choices as [string, ...string[]]);
    case 'references':
    case 'list':
      return z.array(text);
    case 'ports':
      return z.union([z.number().int(), text]);
    case 'text':
    case 'name':
    case 'reference':
    case 'address':
    case 'cidr':
    case 'prefix':
    case 'mac':
    case 'vlan-set':
      return text;
  }
}

function rowShape(row: Readonly<Record<string, Field & Needed>>): z.ZodType {
  const members = Object.entries(row).map(([name, field]): [string, z.ZodType] => {
    const shape = shapeOf(field);
    return [name, field.needed ? shape : shape.optional()];
  });
  return z.looseObject(Object.fromEntries(members));
}

/**
 * Shape of the rows of version 1. Members that are not listed are kept; listed ones must have the type that the
 * model gives them, or the file is refused with the place.
 */
export const rowShapes = Object.fromEntries(
  Object.entries(fields).map(([table, row]) => [table, rowShape(row)]),
) as Readonly<Record<Exclude<TableName, 'extra'>, z.ZodType>>;

/** Ids are slugs: letters, digits, and `. _ -` after the first. So none is `__proto__`, and all are fit for a shell. */
export const idShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export const schemaName = 'urn:netloom:lab:1';
export const fileVersion = 1;

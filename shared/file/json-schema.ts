import type { Json } from '../base/json.ts';
import { tableNames } from '../model/design.ts';
import type { Field, Needed } from '../model/field.ts';
import { fields, type FieldTables } from '../model/fields.ts';
import { descriptions } from './descriptions.ts';
import { fileVersion, idShape, schemaName } from './schema.ts';

type JsonObject = { readonly [name: string]: Json };

/**
 * The JSON Schema (2020-12) of a lab file, for editors. It accepts what can be read: values that a rule reports, such as a VLAN
 * id of 5000, are no mistakes of form, and members that this version does not know are allowed.
 */
export function labSchema(): JsonObject {
  const tables = tableNames.filter((name): name is keyof FieldTables => name !== 'extra');
  const rows = tables.map((table): [string, JsonObject] => [table, rowSchema(table)]);
  const members = tables.map((table): [string, JsonObject] => [
    table,
    table === 'lab'
      ? { $ref: '#/$defs/lab' }
      : {
          type: 'object',
          propertyNames: { pattern: idShape.source },
          additionalProperties: { $ref: `#/$defs/${table}` },
        },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaName,
    title: 'Netloom lab',
    description: 'A lab network: tables of rows by id.',
    type: 'object',
    required: ['netloom', 'lab'],
    properties: {
      $schema: { type: 'string' },
      netloom: { const: fileVersion, description: 'Version of the file format.' },
      ...Object.fromEntries(members),
    },
    $defs: Object.fromEntries(rows),
  };
}

function rowSchema(table: keyof FieldTables): JsonObject {
  const row: Readonly<Record<string, Field & Needed>> = fields[table];
  const words: Readonly<Record<string, string>> = descriptions[table];
  const members = Object.entries(row).map(([name, field]): [string, JsonObject] => [
    name,
    { description: words[name] ?? name, ...formOf(field) },
  ]);
  return {
    type: 'object',
    required: Object.entries(row).flatMap(([name, { needed }]) => (needed ? [name] : [])),
    properties: Object.fromEntries(members),
  };
}

/** The form that a file may have in a field, as `schema.ts` reads it. */
function formOf(field: Field): JsonObject {
  switch (field.type) {
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'whole': {
      const standard: JsonObject = field.standard === undefined ? {} : { default: field.standard };
      return field.any
        ? { type: 'integer', ...standard }
        : { type: 'integer', minimum: Math.min(field.least, 1), ...standard };
    }
    case 'pixels':
      return field.least === undefined ? { type: 'number' } : { type: 'number', minimum: field.least };
    case 'flag':
      return { type: 'boolean', default: field.standard };
    case 'choice':
      return {
        enum: [...field.choices],
        ...(field.standard === undefined ? {} : { default: field.standard }),
      };
    case 'references':
    case 'list':
      return { type: 'array', items: text };
    case 'ports':
      return { type: ['integer', 'string'] };
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

const text: JsonObject = { type: 'string', maxLength: 65_536 };

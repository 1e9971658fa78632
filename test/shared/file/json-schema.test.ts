import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labSchema } from '../../../shared/file/json-schema.ts';
import { rowShapes } from '../../../shared/file/schema.ts';
import { tableNames } from '../../../shared/model/design.ts';

type Schema = {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
};

/** What a schema asks of a value, as far as both ways of writing it say. */
function asks({ type, enum: choices, anyOf, minimum, items }: Schema): unknown {
  const types = anyOf ? anyOf.map((one) => one.type) : choices ? 'choice' : type;
  const least = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  return { types, choices, least: anyOf ? undefined : least, items: items?.type };
}

describe('the schema of a lab file', () => {
  const schema = labSchema() as unknown as {
    $defs: Record<string, Schema>;
    properties: Record<string, Schema>;
  };

  it('has every table and describes every field', () => {
    const tables = tableNames.filter((name) => name !== 'extra');
    expect(Object.keys(schema.$defs)).toEqual(tables);
    expect(Object.keys(schema.properties)).toEqual(['$schema', 'netloom', ...tables]);
    const bare = Object.entries(schema.$defs).flatMap(([table, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, { description = '' }]) =>
        /^[A-Z0-9].+\.$/.test(description) ? [] : [`${table}.${name}`],
      ),
    );
    expect(bare).toEqual([]);
  });

  it.each(Object.entries(rowShapes))('asks of %s what the reader asks', (table, shape) => {
    const read = z.toJSONSchema(shape) as unknown as Schema;
    const written = schema.$defs[table];
    expect(written?.required).toEqual(read.required ?? []);
    const told = ({ properties = {} }: Schema) =>
      Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, asks(one)]));
    expect(told(written ?? {})).toEqual(told(read));
  });
});

import { describe, expect, it } from 'vitest';
import { english, fieldLabel } from '../../../shared/messages/catalogue.ts';
import type { Field } from '../../../shared/model/field.ts';
import { fields, fieldTables } from '../../../shared/model/fields.ts';

const all = fieldTables.flatMap((table) =>
  Object.entries<Field>(fields[table]).map(([name, field]) => ({ table, name, field })),
);

describe('every field of the model', () => {
  it('has words for its label, its unit and its choices', () => {
    const wanted = all.flatMap(({ table, name, field }) => [
      fieldLabel(table, name).id,
      ...(field.type === 'whole' && field.unit ? [`unit/${field.unit}`] : []),
      ...(field.type === 'choice' ? field.choices.map((choice) => `choice/${choice}`) : []),
    ]);
    expect([...new Set(wanted)].filter((id) => !Object.hasOwn(english, id))).toEqual([]);
  });

  it('has a default that it could hold itself', () => {
    const odd = all.filter(({ field }) => {
      if (field.type === 'choice')
        return field.standard !== undefined && !field.choices.includes(field.standard);
      if (field.type !== 'whole' || field.standard === undefined) return false;
      return field.standard < field.least || field.standard > field.most;
    });
    expect(odd).toEqual([]);
  });
});

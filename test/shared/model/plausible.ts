import fc from 'fast-check';
import type { TableName } from '../../../shared/model/design.ts';
import type { Field, Needed } from '../../../shared/model/field.ts';
import { fields } from '../../../shared/model/fields.ts';

const deviceIds = ['web1', 'web2', 'sw', 'sw2', 'nat', 'host'];

/** Ids that rows of a lab of `anyLab` have, and one that leads nowhere. */
export const plausibleIds: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  devices: [...deviceIds, 'gone'],
  interfaces: [
    ...deviceIds.flatMap((device) => ['a', 'b', 'c'].map((port) => `${device}.${port}`)),
    'gone.a',
  ],
  subnets: ['subnet1', 's2', 's3'],
  zones: ['zone1', 'z2'],
  publicPools: ['publicpool1', 'p2'],
};

const addresses = [
  '10.0.10.1',
  '10.0.10.2',
  '10.0.10.5',
  '10.0.10.6',
  '10.0.11.1',
  '2001:db8::1',
  'nonsense',
];
const prefixes = [
  '10.0.10.0/29',
  '10.0.10.0/24',
  '10.0.10.4/30',
  '10.0.10.5/32',
  '0.0.0.0/0',
  '10.0.10.5',
  '',
];

/** A value that a lab under construction has in a field: it names what is there, addresses repeat, some is nonsense. */
function valueOf(name: string, field: Field): fc.Arbitrary<unknown> {
  const of = (...values: readonly string[]) => fc.constantFrom(...values);
  switch (field.type) {
    case 'reference':
      return of(...(plausibleIds[field.to] ?? ['gone']));
    case 'references':
      return fc.array(of(...(plausibleIds[field.to] ?? ['gone'])), { maxLength: 3 });
    case 'address':
      return of(...addresses);
    case 'prefix':
      return of(...prefixes);
    case 'cidr':
      return of(...addresses.map((address) => `${address}/29`));
    case 'mac':
      return of('08:00:27:00:00:01', '0800.2700.0002', 'no mac');
    case 'whole':
      return field.any ? fc.integer() : fc.integer({ min: field.least, max: field.most });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return of(...field.choices);
    case 'list':
      return fc.array(
        field.of === 'pool'
          ? of('10.0.10.2-10.0.10.5', '10.0.10.5-10.0.10.2', '10.0.10.6', 'nonsense')
          : field.of === 'option'
            ? of('66=10.0.10.5', '6=10.0.10.5,10.0.10.1', '=', '15=lab')
            : of(...addresses),
        { maxLength: 2 },
      );
    default:
      if (name === 'to' || name === 'row') return of('web1', 'sw.a', 'nat.forward1', '10.0.10.5', 'gone');
      return name === 'table' ? of('devices', 'interfaces', 'nat', 'subnets', 'later') : of('dmz', 'x', '');
  }
}

/** Rows of a table as a lab under construction has them, by ids like those that edits give and others. */
export function plausibleRows(table: keyof typeof fields): fc.Arbitrary<Record<string, object>> {
  const known = Object.entries<Field & Needed>(fields[table]);
  const row = fc.record(Object.fromEntries(known.map(([name, field]) => [name, valueOf(name, field)])), {
    requiredKeys: known.flatMap(([name, field]) => (field.needed ? [name] : [])),
  });
  const ids = plausibleIds[table] ?? [`${table}1`, 'web1', 'web1.route1'];
  return fc.dictionary(fc.constantFrom(...ids.filter((id) => id !== 'gone')), row, { maxKeys: 2 });
}

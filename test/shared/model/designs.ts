import fc from 'fast-check';
import type { Json } from '../../../shared/base/json.ts';
import { type Design, emptyDesign } from '../../../shared/model/design.ts';
import type { Field, Needed } from '../../../shared/model/field.ts';
import { fields, fieldTables } from '../../../shared/model/fields.ts';
import type { Device, Interface, Link, NatRule, Subnet } from '../../../shared/model/topology.ts';
import { plausibleIds, plausibleRows } from './plausible.ts';

/** Texts that break careless readers and writers. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '"',
    '\\',
    "'; drop table",
    'two\nlines',
    '\r\n',
    '__proto__',
    'constructor',
    '\u2028\u2029',
    '\u0000',
    '\uFFFD',
    '\uFEFF',
    '\uD800',
    '👩‍💻',
    '网络',
    '$(reboot)',
    '</script>',
    '// no comment',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const id = fc.constantFrom('web1', 'web1.eth0', 'sw', 'sw.p1', 'constructor', 'toString', 'a-1_b.c', '0');

/** What JSON can carry and hold apart: no -0, no number beyond its range. */
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    hostileText,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(hostileText, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** What a file may hold in a field: any value of its type, in its range or not. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'whole':
      return field.any ? fc.integer() : fc.integer({ min: Math.min(field.least, 1) });
    case 'pixels':
      return field.least === undefined ? fc.integer() : fc.integer({ min: field.least });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'reference':
      return id;
    case 'references':
      return fc.array(id, { maxLength: 3 });
    case 'list':
      return fc.array(hostileText, { maxLength: 3 });
    case 'ports':
      return fc.oneof(fc.integer(), hostileText);
    case 'uuid':
      return fc.uuid();
    default:
      return hostileText;
  }
}

/** A row as files have it: without most of what is optional, and with members that no version knows. */
function row(known: Readonly<Record<string, Field & Needed>>): fc.Arbitrary<object> {
  const needed = Object.keys(known).filter((name) => known[name]?.needed);
  const members = Object.fromEntries(Object.entries(known).map(([name, field]) => [name, valueOf(field)]));
  return fc
    .tuple(
      fc.record(members, { requiredKeys: needed }),
      fc.dictionary(fc.constantFrom('__proto__', 'later', '"'), json, { maxKeys: 2 }),
    )
    .map(([own, unknown]) => Object.fromEntries([...Object.entries(unknown), ...Object.entries(own)]));
}

const tables = Object.fromEntries(
  fieldTables
    .filter((table) => table !== 'lab')
    .map((table) => [table, fc.dictionary(id, row(fields[table]), { maxKeys: 3 })]),
);

const extra = fc.dictionary(fc.constantFrom('__proto__', 'radios', 'extra', '$schema', '"'), json, {
  maxKeys: 3,
});

/** Any design that a file can hold. References may lead nowhere; texts are hostile. */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({ ...tables, extra, name: hostileText })
  .map(({ name, ...rest }) => ({
    ...emptyDesign({ id: '5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10', name }),
    ...rest,
  }));

const optional = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(values, { nil: undefined });

/** A row with these members, without those that came out undefined. */
function rowWith<Row extends object>(
  members: { readonly [Name in keyof Row]: fc.Arbitrary<Row[Name]> },
): fc.Arbitrary<Row> {
  return fc
    .record(members as { [Name in keyof Row]: fc.Arbitrary<Row[Name]> })
    .map(
      (known) => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Row,
    );
}

const deviceIds = ['web1', 'web2', 'sw', 'sw2', 'nat', 'host'] as const;
const deviceId = fc.constantFrom(...deviceIds, 'gone');
const interfaceIds = deviceIds.flatMap((device) => [`${device}.a`, `${device}.b`, `${device}.c`]);
const interfaceId = fc.constantFrom(...interfaceIds, 'gone.a');
const address = fc.constantFrom(
  ...[1, 2, 3, 5, 6].map((host) => `10.0.10.${host}/29`),
  '10.0.10.1/24',
  '10.0.11.1/24',
  '192.168.255.9/30',
  '198.51.100.7/32',
  '2001:db8::1/64',
  'fe80::1/64',
  'nonsense',
);
const deviceRows: readonly Device[] = [
  { kind: 'vm', name: 'web1' },
  { kind: 'vm', name: 'db' },
  { kind: 'switch', name: 'sw1' },
  { kind: 'switch', name: 'sw1' },
  { kind: 'router', name: 'nat1', engine: 'nat' },
  { kind: 'host', name: 'HOST01' },
];

/** Tables that need no more than rows which name what is there. */
const plainTables = [
  'zones',
  'publicPools',
  'bonds',
  'routes',
  'reservations',
  'relays',
  'virtualAddresses',
  'tunnels',
  'firewall',
  'services',
  'qos',
  'expectations',
  'checks',
] as const;
const plainRows = Object.fromEntries(plainTables.map((table) => [table, plausibleRows(table)]));

/** Labs of a few devices in which much refers to much, addresses repeat and some of it leads nowhere. */
export const anyLab: fc.Arbitrary<Design> = fc
  .record({
    ...plainRows,
    devices: fc.tuple(
      ...deviceRows.map((device) =>
        fc.option(
          fc.record({ on: optional(deviceId) }).map((on) => ({ ...device, ...on })),
          { nil: undefined, freq: 2 },
        ),
      ),
    ),
    interfaces: fc.dictionary(
      fc.constantFrom(...interfaceIds),
      rowWith<Omit<Interface, 'device' | 'name'>>({
        addresses: optional(fc.array(address, { minLength: 1, maxLength: 2 })),
        mac: optional(fc.constantFrom('08:00:27:00:00:01', '0800.2700.0002', 'no mac')),
        mode: optional(fc.constantFrom('access' as const, 'trunk' as const)),
        vlan: optional(fc.constantFrom(1, 10, 20)),
        parent: optional(interfaceId),
        shares: optional(interfaceId),
      }),
      { maxKeys: 18, minKeys: 6 },
    ),
    links: fc.dictionary(
      fc.constantFrom('link1', 'link2', 'l3', 'l4'),
      rowWith<Link>({ a: interfaceId, b: interfaceId }),
    ),
    subnets: fc.dictionary(
      fc.constantFrom('subnet1', 's2', 's3'),
      rowWith<Subnet>({
        prefix: fc.constantFrom('10.0.10.0/29', '10.0.10.0/24', '192.168.255.8/30', '0.0.0.0/0', 'nonsense'),
        switch: optional(deviceId),
        gateway: optional(fc.constantFrom('10.0.10.1', '10.0.10.6', 'nonsense')),
        dhcpServer: optional(deviceId),
        dhcpPools: optional(fc.constant(['10.0.10.2-10.0.10.5', 'nonsense'])),
        zone: optional(fc.constantFrom(...(plausibleIds.zones ?? []), 'gone')),
      }),
    ),
    nat: fc.dictionary(
      fc.constantFrom('nat.forward1', 'f2', 'f3'),
      rowWith<NatRule>({
        device: deviceId,
        kind: fc.constantFrom('masquerade', 'port-forward'),
        listenPort: optional(fc.constantFrom<number | string>(80, 8080, '8080-8090', 65_535)),
        insideAddress: optional(fc.constantFrom('10.0.10.5', '10.0.10.1', 'nonsense')),
        listenAddress: optional(fc.constantFrom('127.0.0.1', '0.0.0.0')),
        outside: optional(interfaceId),
        pool: optional(fc.constantFrom(...(plausibleIds.publicPools ?? []), 'gone')),
      }),
    ),
    positions: fc.dictionary(
      deviceId,
      fc.record({ x: fc.double({ noNaN: true, noDefaultInfinity: true }), y: fc.integer() }),
    ),
    groups: fc.dictionary(
      fc.constantFrom('group1', 'g2'),
      fc.record({ name: hostileText, devices: fc.array(deviceId) }),
    ),
    notes: fc.dictionary(id, row(fields.notes), { maxKeys: 3 }) as fc.Arbitrary<Design['notes']>,
    vlans: fc.dictionary(id, row(fields.vlans), { maxKeys: 3 }) as fc.Arbitrary<Design['vlans']>,
  })
  .map(({ devices, interfaces, ...rest }) => ({
    ...emptyDesign({ id: '5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10', name: 'lab' }),
    ...rest,
    devices: Object.fromEntries(
      deviceIds.flatMap((key, index) => (devices[index] === undefined ? [] : [[key, devices[index]]])),
    ),
    interfaces: Object.fromEntries(
      Object.entries(interfaces).map(([key, one]) => {
        const [device = '', name = ''] = key.split('.');
        return [key, { ...one, device, name }];
      }),
    ),
  }));

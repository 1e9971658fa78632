import fc from 'fast-check';
import type { Json } from '../../../shared/base/json.ts';
import { type Design, emptyDesign } from '../../../shared/model/design.ts';
import type { Device, Interface, Link, NatRule, Subnet, Vlan } from '../../../shared/model/topology.ts';

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
const optional = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(values, { nil: undefined });

/** A row without its undefined members, as files have it, and with members that no version knows. */
function row<Row extends object>(
  members: { readonly [Name in keyof Row]: fc.Arbitrary<Row[Name]> },
): fc.Arbitrary<Row> {
  return fc
    .tuple(
      fc.record(members as { [Name in keyof Row]: fc.Arbitrary<Row[Name]> }),
      fc.dictionary(fc.constantFrom('__proto__', 'later', '"'), json, { maxKeys: 2 }),
    )
    .map(([known, unknown]) => {
      const present = Object.entries({ ...known }).filter(([, value]) => value !== undefined);
      return Object.fromEntries([...Object.entries(unknown), ...present]) as Row;
    });
}

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

const tables = {
  devices: fc.dictionary(
    id,
    row<Device>({
      kind: hostileText,
      name: hostileText,
      cpus: optional(fc.integer({ min: 1 })),
      vlanAware: optional(fc.boolean()),
    }),
    { maxKeys: 4 },
  ),
  interfaces: fc.dictionary(
    id,
    row<Interface>({
      device: id,
      name: hostileText,
      mtu: optional(fc.integer({ min: 1 })),
      addresses: optional(fc.array(hostileText, { maxLength: 3 })),
    }),
    { maxKeys: 4 },
  ),
  links: fc.dictionary(id, row<Link>({ a: id, b: id }), { maxKeys: 4 }),
  vlans: fc.dictionary(id, row<Vlan>({ id: fc.integer() }), { maxKeys: 2 }),
  subnets: fc.dictionary(id, row<Subnet>({ prefix: hostileText, gateway: optional(hostileText) }), {
    maxKeys: 2,
  }),
  nat: fc.dictionary(
    id,
    row<NatRule>({
      device: id,
      kind: fc.constantFrom('masquerade', 'port-forward'),
      listenPort: optional(fc.oneof(fc.integer(), hostileText)),
    }),
    {
      maxKeys: 2,
    },
  ),
  positions: fc.dictionary(id, fc.record({ x: fc.integer(), y: fc.integer() }), { maxKeys: 2 }),
  extra: fc.dictionary(fc.constantFrom('__proto__', 'firewall', 'extra', '$schema', '"'), json, {
    maxKeys: 3,
  }),
};

/** Any design that a file can hold. References may lead nowhere; texts are hostile. */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({ ...tables, name: hostileText })
  .map(({ name, ...rest }) => ({
    ...emptyDesign({ id: '5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10', name }),
    ...rest,
  }));

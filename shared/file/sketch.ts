import { rowOf } from '../base/by-id.ts';
import { type Design, emptyDesign } from '../model/design.ts';
import { fieldOf, type FieldTables } from '../model/fields.ts';
import type { Device, Interface, Link, NatRule, Subnet, Vlan } from '../model/topology.ts';

/** A small lab in a few lines; see `sketchDesign`. */
export type Sketch = string;

interface Draft {
  readonly devices: Record<string, Device>;
  readonly interfaces: Record<string, Interface>;
  readonly links: Record<string, Link>;
  readonly vlans: Record<string, Vlan>;
  readonly subnets: Record<string, Subnet>;
  readonly nat: Record<string, NatRule>;
  /** Rows of the tables that `statements` names. */
  readonly more: Record<string, Record<string, unknown>>;
}

/** Statements that give one row: their table, and the fields that stand without a name. */
const statements: Readonly<Record<string, readonly [table: keyof FieldTables, ...fields: string[]]>> = {
  bond: ['bonds', 'device', 'name'],
  check: ['checks', 'rule', 'level'],
  expect: ['expectations', 'from', 'to', 'expect'],
  filter: ['firewall', 'device', 'order', 'direction', 'action'],
  pool: ['publicPools', 'addresses'],
  qos: ['qos', 'interface', 'name'],
  relay: ['relays', 'device', 'interface', 'server'],
  reserve: ['reservations', 'subnet', 'address'],
  route: ['routes', 'device', 'destination'],
  service: ['services', 'device', 'name'],
  shared: ['virtualAddresses', 'address', 'protocol'],
  tunnel: ['tunnels', 'kind', 'a', 'b'],
  zone: ['zones', 'name', 'trust'],
};

/** Every sketch has this lab id, so that what is derived from it is the same in every test. */
export const sketchLabId = '5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10';

/**
 * A design from a sketch, for tests, rule examples and documentation. One statement a line, `#` begins a comment:
 *
 *     vm web 10.0.0.1/24 mtu=9000          a device and its interface web.eth0
 *     switch sw vlanAware=false            a switch; its ports appear as it is cabled
 *     router nat1 10.0.0.254/24 engine=nat
 *     port sw.p7 mode=trunk nativeVlan=10  one more interface, or settings of a port before it is cabled
 *     web -- sw vlan=10 mtu=1400           a cable; settings go to the switch ports it ends at, `cable.mtu=` to the cable
 *     vlan 10 name=office
 *     subnet 10.0.0.0/24 gateway=10.0.0.254 vlan=10
 *     nat nat1 tcp 127.0.0.1:8080 -> 10.0.0.1:80
 *     nat r1 masquerade outside=r1.eth1    `source` and `static` likewise
 *     route r1 0.0.0.0/0 via=10.0.0.254    a row of another table: see `statements`; lists with commas
 *
 * @throws SyntaxError naming the line that it does not understand
 */
export function sketchDesign(sketch: Sketch): Design {
  const draft: Draft = { devices: {}, interfaces: {}, links: {}, vlans: {}, subnets: {}, nat: {}, more: {} };
  for (const [number, raw] of sketch.split('\n').entries()) {
    const words = raw.replace(/#.*/, '').trim().split(/\s+/).filter(Boolean);
    if (words.length > 0 && !statement(draft, words))
      throw new SyntaxError(`sketch line ${number + 1}: ${raw.trim()}`);
  }
  const { more, ...tables } = draft;
  return { ...emptyDesign({ id: sketchLabId, name: 'sketch' }), ...tables, ...more };
}

function statement(draft: Draft, words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words;
  const cable = words.indexOf('--');
  if (cable === 1) return connect(draft, first, third, settings(words.slice(3)));
  switch (first) {
    case 'vlan':
      draft.vlans[`vlan${second}`] = { id: Number(second), ...settings(words.slice(2), 'vlans') };
      return true;
    case 'subnet':
      draft.subnets[`net${Object.keys(draft.subnets).length + 1}`] = {
        prefix: second,
        ...settings(words.slice(2), 'subnets'),
      };
      return true;
    case 'nat':
      return forward(draft, second, words.slice(2));
    case 'port': {
      const dot = second.indexOf('.');
      if (dot < 1) return false;
      draft.interfaces[second] = {
        device: second.slice(0, dot),
        name: second.slice(dot + 1),
        ...addresses(words.slice(2)),
        ...settings(words.slice(2)),
      };
      return true;
    }
    case 'host':
    case 'vm':
    case 'switch':
    case 'router':
    case 'internet':
      return device(draft, first, second, words.slice(2));
    default:
      return otherRow(draft, first, words.slice(1));
  }
}

function otherRow(draft: Draft, statement: string, rest: readonly string[]): boolean {
  if (!Object.hasOwn(statements, statement)) return false;
  const [table, ...names] = statements[statement] ?? ['lab'];
  const given = rest.filter((word) => !word.includes('='));
  if (given.length > names.length) return false;
  const rows = (draft.more[table] ??= {});
  const row = settings(rest, table);
  for (const [index, word] of given.entries())
    row[names[index] ?? ''] = typed(table, names[index] ?? '', word);
  rows[`${statement}${Object.keys(rows).length + 1}`] = row;
  return true;
}

function device(draft: Draft, kind: string, id: string, rest: readonly string[]): boolean {
  if (id === '') return false;
  const isOwn = (name: string) => fieldOf('devices', name) !== undefined && name !== 'name';
  const all = Object.entries(settings(rest));
  draft.devices[id] = {
    kind,
    name: id,
    ...Object.fromEntries(all.filter(([name]) => isOwn(name))),
  };
  if (kind === 'switch') return true;
  const own = Object.fromEntries(all.filter(([name]) => !isOwn(name)));
  draft.interfaces[`${id}.eth0`] = { device: id, name: 'eth0', ...addresses(rest), ...own };
  return true;
}

function connect(draft: Draft, a: string, b: string, given: Record<string, unknown>): boolean {
  const { 'cable.mtu': mtu, ...port } = given;
  const ends = [a, b].map((end) => cableEnd(draft, end, port));
  if (ends[0] === undefined || ends[1] === undefined) return false;
  const link: Link = { a: ends[0], b: ends[1], ...(typeof mtu === 'number' ? { mtu } : {}) };
  draft.links[`link${Object.keys(draft.links).length + 1}`] = link;
  return true;
}

function cableEnd(draft: Draft, end: string, port: Record<string, unknown>): string | undefined {
  const row = rowOf(draft.interfaces, end);
  const owner = rowOf(draft.devices, row?.device ?? end);
  if (!owner) return undefined;
  if (row) {
    if (owner.kind === 'switch') draft.interfaces[end] = { ...row, ...port };
    return end;
  }
  const cabled = new Set(Object.values(draft.links).flatMap((link) => [link.a, link.b]));
  const free = Object.keys(draft.interfaces).find(
    (id) =>
      draft.interfaces[id]?.device === end && !cabled.has(id) && draft.interfaces[id]?.parent === undefined,
  );
  const count = Object.values(draft.interfaces).filter((one) => one.device === end).length;
  const name = owner.kind === 'switch' ? `p${count + 1}` : `eth${count}`;
  const id = free ?? `${end}.${name}`;
  const settled = owner.kind === 'switch' ? port : {};
  draft.interfaces[id] = { device: end, name, ...draft.interfaces[id], ...settled };
  return id;
}

function forward(draft: Draft, deviceId: string, words: readonly string[]): boolean {
  const [protocol, listen = '', arrow, inside = ''] = words;
  if (protocol === 'masquerade' || protocol === 'source' || protocol === 'static') {
    const row: NatRule = { ...settings(words.slice(1), 'nat'), device: deviceId, kind: protocol };
    draft.nat[`${protocol}${Object.keys(draft.nat).length + 1}`] = row;
    return true;
  }
  if ((protocol !== 'tcp' && protocol !== 'udp') || arrow !== '->') return false;
  const [listenPort = '', listenAddress] = listen.split(':').reverse();
  const [insidePort = '', insideAddress] = inside.split(':').reverse();
  draft.nat[`fwd${Object.keys(draft.nat).length + 1}`] = {
    device: deviceId,
    kind: 'port-forward',
    protocol,
    ...(listenAddress === undefined ? {} : { listenAddress }),
    listenPort: portOf(listenPort),
    ...(insideAddress === undefined ? {} : { insideAddress }),
    insidePort: portOf(insidePort),
  };
  return true;
}

function portOf(text: string): number | string {
  return /^-?[0-9]+$/.test(text) ? Number(text) : text;
}

function addresses(words: readonly string[]): { addresses?: readonly string[] } {
  const found = words.filter((word) => !word.includes('='));
  return found.length > 0 ? { addresses: found } : {};
}

/** Words of the form `name=value`, each as its field wants it. */
function settings(
  words: readonly string[],
  table: keyof FieldTables = 'interfaces',
): Record<string, unknown> {
  return Object.fromEntries(
    words
      .filter((word) => word.includes('='))
      .map((word): [string, unknown] => {
        const at = word.indexOf('=');
        const name = word.slice(0, at);
        return [name, typed(table, name, word.slice(at + 1))];
      }),
  );
}

/** Names that no field of the table has, such as `cable.mtu`, are read by what they look like. */
function typed(table: keyof FieldTables, name: string, text: string): unknown {
  const field = fieldOf(table, name) ?? fieldOf('devices', name);
  const isNumber = /^-?[0-9]+$/.test(text);
  switch (field?.type) {
    case 'list':
    case 'references':
      return text.split(',');
    case 'whole':
    case 'ports':
    case undefined:
      return isNumber ? Number(text) : text;
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

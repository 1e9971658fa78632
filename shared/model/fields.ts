import type { Field, Needed } from './field.ts';
import type { Rows, TableName } from './design.ts';

type RowFields<Row> = { readonly [Name in keyof Required<Row>]: Field & Needed };

export type FieldTables = { readonly [Name in Exclude<TableName, 'extra'>]: RowFields<Rows[Name]> };

const text: Field = { type: 'text' };
const name: Field & Needed = { type: 'name', needed: true };
const device: Field & Needed = { type: 'reference', to: 'devices', needed: true, fixed: true };
const policy: Field = { type: 'choice', choices: ['accept', 'drop'], standard: 'accept' };
const mtu: Field = { type: 'whole', least: 68, most: 65_535, unit: 'bytes' };
const vlan: Field = { type: 'whole', least: 1, most: 4094, any: true };
const port: Field = { type: 'whole', least: 1, most: 65_535, any: true };
const seconds: Field = { type: 'whole', least: 1, most: 31_536_000, unit: 's' };
const place: Field & Needed = { type: 'pixels', needed: true };
const length: Field & Needed = { type: 'pixels', least: 1, needed: true };
const protocol: Field = { type: 'choice', choices: ['tcp', 'udp'] };
const anyProtocol: Field = { type: 'choice', choices: ['tcp', 'udp', 'icmp'] };

/** Every field of every table: what it may hold. File format, schema, inspector and references all follow this. */
export const fields: FieldTables = {
  lab: { id: { type: 'uuid', needed: true }, name: { type: 'text', needed: true }, description: text },
  zones: {
    name: { type: 'text', needed: true },
    trust: { type: 'whole', least: 0, most: 100, needed: true },
  },
  vlans: { id: { ...vlan, needed: true }, name: text, colour: text },
  subnets: {
    prefix: { type: 'prefix', needed: true },
    name: text,
    vlan,
    switch: { type: 'reference', to: 'devices', kinds: ['switch'] },
    gateway: { type: 'address' },
    purpose: text,
    zone: { type: 'reference', to: 'zones' },
    dhcpServer: { type: 'reference', to: 'devices' },
    dhcpPools: { type: 'list', of: 'pool' },
    dnsServers: { type: 'list', of: 'address' },
    leaseSeconds: { ...seconds, standard: 86_400 },
    dhcpOptions: { type: 'list', of: 'option' },
  },
  devices: {
    kind: { type: 'text', needed: true, fixed: true },
    name,
    on: { type: 'reference', to: 'devices', kinds: ['host'] },
    platform: text,
    os: text,
    cpus: { type: 'whole', least: 1, most: 256 },
    memoryMiB: { type: 'whole', least: 4, most: 4_194_304, unit: 'MiB' },
    diskGiB: { type: 'whole', least: 1, most: 65_536, unit: 'GiB' },
    template: text,
    image: text,
    engine: { type: 'choice', choices: ['nat'] },
    isolated: { type: 'flag', standard: false },
    vlanAware: { type: 'flag', standard: true },
    physical: { type: 'flag', standard: false },
    stpMode: { type: 'choice', choices: ['none', 'stp', 'rstp', 'mstp', 'pvst'], standard: 'none' },
    stpPriority: { type: 'whole', least: 0, most: 61_440, standard: 32_768, any: true },
    stpPriorities: { type: 'list', of: 'priority' },
    stpRegion: text,
    inputPolicy: policy,
    forwardPolicy: policy,
    outputPolicy: policy,
  },
  interfaces: {
    device,
    name: { type: 'text', needed: true },
    mac: { type: 'mac' },
    mtu: { ...mtu, standard: 1500 },
    mode: { type: 'choice', choices: ['routed', 'access', 'trunk'] },
    vlan: { ...vlan, standard: 1 },
    nativeVlan: vlan,
    allowedVlans: { type: 'vlan-set' },
    parent: { type: 'reference', to: 'interfaces', carried: true },
    tag: vlan,
    addresses: { type: 'list', of: 'cidr' },
    dhcp: { type: 'flag', standard: false },
    adapter: text,
    connected: { type: 'flag', standard: true },
    virtual: { type: 'flag', standard: false },
    shares: { type: 'reference', to: 'interfaces' },
    edge: { type: 'flag', standard: false },
    bpduGuard: { type: 'flag', standard: false },
    stpCost: { type: 'whole', least: 1, most: 200_000_000 },
    vrf: text,
  },
  links: {
    a: { type: 'reference', to: 'interfaces', needed: true, fixed: true },
    b: { type: 'reference', to: 'interfaces', needed: true, fixed: true },
    mtu,
    medium: text,
  },
  bonds: {
    device,
    name: { type: 'text', needed: true },
    members: { type: 'references', to: 'interfaces', needed: true },
    interface: { type: 'reference', to: 'interfaces' },
    mode: { type: 'choice', choices: ['lacp', 'static', 'active-backup'], needed: true },
  },
  routes: {
    device,
    destination: { type: 'prefix', needed: true },
    via: { type: 'address' },
    interface: { type: 'reference', to: 'interfaces' },
    metric: { type: 'whole', least: 0, most: 2_147_483_647, standard: 1 },
    onLink: { type: 'flag', standard: false },
  },
  nat: {
    device,
    kind: { type: 'choice', choices: ['masquerade', 'source', 'port-forward', 'static'], needed: true },
    name: text,
    outside: { type: 'reference', to: 'interfaces' },
    publicAddress: { type: 'address' },
    pool: { type: 'reference', to: 'publicPools' },
    tcpSeconds: seconds,
    udpSeconds: seconds,
    icmpSeconds: seconds,
    entries: { type: 'whole', least: 1, most: 100_000_000 },
    hairpin: { type: 'flag', standard: false },
    protocol,
    listenAddress: { type: 'address' },
    listenPort: { type: 'ports' },
    insideAddress: { type: 'address' },
    insidePort: { type: 'ports' },
  },
  publicPools: {
    addresses: { type: 'list', of: 'cidr', needed: true },
    devices: { type: 'references', to: 'devices' },
    blockSize: { type: 'whole', least: 1, most: 65_535 },
  },
  reservations: {
    subnet: { type: 'reference', to: 'subnets', needed: true },
    interface: { type: 'reference', to: 'interfaces', carried: true },
    mac: { type: 'mac' },
    address: { type: 'address', needed: true },
  },
  relays: {
    device,
    interface: { type: 'reference', to: 'interfaces', needed: true },
    server: { type: 'address', needed: true },
  },
  virtualAddresses: {
    address: { type: 'cidr', needed: true },
    protocol: { type: 'choice', choices: ['vrrp', 'hsrp', 'carp', 'anycast'], needed: true },
    members: { type: 'references', to: 'interfaces', needed: true },
    group: { type: 'whole', least: 1, most: 255, any: true },
  },
  tunnels: {
    kind: {
      type: 'choice',
      choices: ['wireguard', 'openvpn', 'vxlan', 'gre', 'ipsec', 'ipip'],
      needed: true,
    },
    a: { type: 'reference', to: 'interfaces', needed: true },
    b: { type: 'reference', to: 'interfaces', needed: true },
    innerMtu: mtu,
    port,
  },
  firewall: {
    device,
    order: { type: 'whole', least: 0, most: 1_000_000, needed: true },
    action: { type: 'choice', choices: ['accept', 'drop', 'reject'], needed: true },
    direction: { type: 'choice', choices: ['in', 'out', 'forward'], needed: true },
    source: { type: 'prefix' },
    destination: { type: 'prefix' },
    protocol: anyProtocol,
    ports: text,
    states: { type: 'list', of: 'text' },
  },
  services: {
    device,
    name: { type: 'text', needed: true },
    protocol: { ...protocol, needed: true },
    port: { ...port, needed: true },
    address: { type: 'address' },
    tls: { type: 'flag', standard: false },
    keepaliveSeconds: seconds,
  },
  qos: {
    interface: { type: 'reference', to: 'interfaces', needed: true },
    name: { type: 'text', needed: true },
    match: text,
    dscp: { type: 'whole', least: 0, most: 63 },
    sharePercent: { type: 'whole', least: 0, most: 100, unit: '%' },
  },
  expectations: {
    from: { type: 'reference', to: 'devices', needed: true },
    to: { type: 'text', needed: true },
    protocol: anyProtocol,
    port,
    sizeBytes: { type: 'whole', least: 0, most: 65_507, unit: 'bytes' },
    expect: { type: 'choice', choices: ['reach', 'deny'], needed: true },
  },
  checks: {
    rule: { type: 'text', needed: true },
    level: { type: 'choice', choices: ['off', 'hint', 'warning', 'error'], needed: true },
    table: text,
    row: text,
    reason: { type: 'text', needed: true },
  },
  positions: { x: place, y: place },
  groups: {
    name: { type: 'text', needed: true },
    devices: { type: 'references', to: 'devices', needed: true },
  },
  notes: {
    text: { type: 'text', needed: true },
    x: place,
    y: place,
    width: length,
    height: length,
  },
};

/** Tables with fields, in the order of a file. */
export const fieldTables = Object.keys(fields) as (keyof FieldTables)[];

/** The fields of a table by name; an unknown name gives undefined. */
export function fieldOf(table: keyof FieldTables, field: string): (Field & Needed) | undefined {
  const row: Readonly<Record<string, Field & Needed>> = fields[table];
  return Object.hasOwn(row, field) ? row[field] : undefined;
}

import { type Cidr, formatCidr } from '../ip/address.ts';
import { type AddressRange, formatPool, inRange, parsePool } from '../ip/pool.ts';
import { contains, lastOf, networkOf, parsePrefix } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'malformed' | 'reversed' | 'outside' | 'ends' | 'write';

export const dhcpPoolInSubnet = defineRule({
  id: 'dhcp-pool-in-subnet',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-01'],
  per: 'row',
  summary: 'A DHCP pool is a range of host addresses of its subnet, the lower first.',
  why: 'dnsmasq takes a reversed range and hands out nothing; other servers do not start.',
  source: 'RFC 2131 section 3.1',
  messages: {
    malformed: '"{pool}" is no range of addresses, such as 192.0.2.100-192.0.2.199.',
    reversed: 'The pool {pool} begins after its end: write the lower address first.',
    outside: 'The pool {pool} is not wholly inside {prefix}: clients with its addresses would reach nobody.',
    ends: 'The pool {pool} contains the network or broadcast address of {prefix}, which no client can use.',
    write: 'Write {pool}',
  },
  examples: {
    good: [
      'subnet 10.0.0.0/24 dhcpPools=10.0.0.100-10.0.0.199',
      'subnet 10.0.0.0/24 dhcpPools=10.0.0.1-10.0.0.254,10.0.0.7',
      'subnet 10.0.0.0/31 dhcpPools=10.0.0.0-10.0.0.1',
      'subnet 2001:db8::/64 dhcpPools=2001:db8::1000-2001:db8::1fff',
      'subnet 10.0.0.0/24',
    ],
    bad: [
      { lab: 'subnet 10.0.0.0/24 dhcpPools=10.0.0.100-199', reports: ['malformed'] },
      { lab: 'subnet 10.0.0.0/24 dhcpPools=10.0.0.199-10.0.0.100', reports: ['reversed'] },
      { lab: 'subnet 10.0.0.0/24 dhcpPools=10.0.0.100-10.0.1.50', reports: ['outside'] },
      { lab: 'subnet 10.0.0.0/24 dhcpPools=10.0.5.100-10.0.5.199', reports: ['outside'] },
      { lab: 'subnet 10.0.0.0/24 dhcpPools=10.0.0.0-10.0.0.255', reports: ['ends'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table !== 'subnets') return;
    const prefix = parsePrefix(subject.row.prefix);
    for (const [index, text] of (subject.row.dhcpPools ?? []).entries()) {
      const pool = parsePool(text);
      const at = { table: 'subnets', row: subject.id, field: `dhcpPools.${index}` } as const;
      const write = (better: AddressRange | undefined, safety: 'safe' | 'choice'): FindingFix<Words>[] =>
        better ? [rewrite(topology, subject.id, index, better, safety)] : [];
      if (!pool) yield { message: 'malformed', values: { pool: text }, at };
      else if (pool.first.value > pool.last.value) {
        const fixes = write({ first: pool.last, last: pool.first }, 'safe');
        yield { message: 'reversed', values: { pool: text }, at, fixes };
      } else if (prefix) {
        const values = { pool: formatPool(pool), prefix: formatCidr(prefix) };
        const hosts = hostsOf(prefix);
        if (!contains(prefix, pool.first) || !contains(prefix, pool.last)) {
          yield { message: 'outside', values, at, fixes: write(clip(pool, hosts), 'choice') };
        } else if (!inRange(hosts, pool.first) || !inRange(hosts, pool.last)) {
          // Nobody can have these addresses, so nothing is lost.
          yield { message: 'ends', values, at, fixes: write(clip(pool, hosts), 'safe') };
        }
      }
    }
  },
});

function rewrite(
  topology: Topology,
  id: string,
  index: number,
  better: AddressRange,
  safety: 'safe' | 'choice',
): FindingFix<Words> {
  const pool = formatPool(better);
  const now = topology.subnets[id]?.dhcpPools ?? [];
  const dhcpPools = now.map((text, place) => (place === index ? pool : text));
  return {
    label: 'write',
    values: { pool },
    safety,
    change: setFields(topology, 'subnets', id, { dhcpPools }),
  };
}

/** The addresses of a prefix that a host can have. */
function hostsOf(prefix: Cidr): AddressRange {
  const [first, last] = [networkOf(prefix), lastOf(prefix)];
  if (first.version === 6 || prefix.length > 30) return { first, last };
  return {
    first: { version: 4, value: first.value + 1n },
    last: { version: 4, value: last.value - 1n },
  };
}

function clip(pool: AddressRange, to: AddressRange): AddressRange | undefined {
  if (pool.first.version !== to.first.version) return undefined;
  const first = pool.first.value > to.first.value ? pool.first : to.first;
  const last = pool.last.value < to.last.value ? pool.last : to.last;
  return first.value <= last.value ? { first, last } : undefined;
}

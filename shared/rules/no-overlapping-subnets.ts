import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { formatCidr, sameAddress } from '../ip/address.ts';
import { prefixOf } from '../ip/prefix.ts';
import type { Interface, Topology } from '../model/topology.ts';
import type { HeldAddress, Network, Segment } from '../network/network.ts';
import { namesPrefix, nested, placeOfAddress, prefixesOn, type UsedPrefix } from '../network/prefixes.ts';
import { createJoins } from '../network/shared-addresses.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'equal' | 'inside' | 'device-equal' | 'device-inside' | 'two-cards' | 'other-here';

export const noOverlappingSubnets = defineRule({
  id: 'no-overlapping-subnets',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-04'],
  per: 'lab',
  summary: 'Subnets of segments that route to each other, or that one device is on, do not overlap.',
  why: 'A router has one way to an address. Of two wires with the same addresses one is never reached, and which one depends on the order of commands.',
  source: 'RFC 1812 section 2.2.5.2; RFC 4632 section 5.1',
  messages: {
    equal: '{prefix} is on two segments that route to each other. Give one of them another prefix.',
    inside: '{prefix} lies inside {outer}, which is on another segment that it routes to. Make them differ.',
    'device-equal':
      '{device} is in {prefix} on two segments: what it sends there leaves by one of them only. Give one another prefix.',
    'device-inside':
      '{device} is in {prefix} on one segment and in {outer}, which holds it, on another. Make them differ.',
    'two-cards':
      '{device} is in {prefix} with {a} and {b} on one segment: what it sends leaves by the first of them. Keep one, or make the two a bond.',
    'other-here': '{outer} is used here.',
  },
  examples: {
    good: [
      'router r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- r.eth0\nb -- r.eth1',
      '# Nothing joins the two: a lab may repeat a network.\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nvm c 10.0.0.1/24\nvm d 10.0.0.2/24\na -- b\nc -- d',
      '# A machine does not forward, and its single addresses are in no subnet.\nvm a 10.0.0.1/24 10.0.1.7/32\nport a.eth1 10.0.1.1/24\nvm b 10.0.0.2/24\nvm c 10.0.1.2/24\na.eth0 -- b\na.eth1 -- c',
      '# A NAT stands between.\nrouter r 10.0.0.254/24\nport r.eth1 192.168.0.1/24\nrouter q 192.168.0.2/24\nport q.eth1 10.0.0.254/24\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\nr.eth0 -- a\nr.eth1 -- q.eth0\nq.eth1 -- b\nnat q masquerade outside=q.eth0',
      '# Routing tables of their own.\nrouter r 10.0.0.254/24 vrf=red\nport r.eth1 10.0.0.254/24 vrf=blue\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- r.eth0\nb -- r.eth1',
      '# One address that strayed is told at the address.\nrouter r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- r.eth0\nb -- r.eth1',
      '# A VXLAN makes them one network.\nrouter r 10.1.0.1/31\nport r.eth1 10.0.0.254/24\nrouter q 10.1.0.0/31\nport q.eth1 10.0.0.253/24\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nr.eth0 -- q.eth0\na -- r.eth1\nb -- q.eth1\ntunnel vxlan r.eth0 q.eth0',
      '# A gateway address that both routers answer for.\nrouter r 10.1.0.1/31\nport r.eth1 10.0.0.254/24\nrouter q 10.1.0.0/31\nport q.eth1 10.0.0.254/24\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nr.eth0 -- q.eth0\na -- r.eth1\nb -- q.eth1\nshared 10.0.0.254/24 anycast members=r.eth1,q.eth1',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.254/24\nport r.eth1 10.0.0.253/24\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- r.eth0\nb -- r.eth1\nroute a 0.0.0.0/0 via=10.0.0.254\nroute b 0.0.0.0/0 via=10.0.0.253',
        reports: ['equal'],
      },
      {
        lab: 'router r 10.0.0.254/16\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/16\nvm b 10.0.1.1/24\na -- r.eth0\nb -- r.eth1\nsubnet 10.0.0.0/16\nsubnet 10.0.1.0/24\nroute a 0.0.0.0/0 via=10.0.0.254\nroute b 0.0.0.0/0 via=10.0.1.254',
        reports: ['inside'],
      },
      {
        lab: '# Two routers apart, joined by a third wire.\nrouter r 10.1.0.1/31\nport r.eth1 10.0.0.254/24\nrouter q 10.1.0.0/31\nport q.eth1 10.0.0.253/24\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nr.eth0 -- q.eth0\na -- r.eth1\nb -- q.eth1\nroute a 0.0.0.0/0 via=10.0.0.254\nroute b 0.0.0.0/0 via=10.0.0.253',
        reports: ['equal'],
      },
      {
        lab: 'vm a 10.0.0.1/24\nport a.eth1 10.0.0.2/24\nvm b 10.0.0.3/24\nvm c 10.0.0.4/24\na.eth0 -- b\na.eth1 -- c',
        reports: ['device-equal'],
      },
      {
        lab: 'vm a 10.0.0.1/16\nport a.eth1 10.0.1.2/24\nvm b 10.0.0.3/16\nvm c 10.0.1.4/24\na.eth0 -- b\na.eth1 -- c',
        reports: ['device-inside'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nport a.eth1 10.0.0.2/24\na.eth0 -- s\na.eth1 -- s',
        reports: ['two-cards'],
      },
      {
        lab: '# Inside and outside of a NAT.\nrouter r 192.168.1.1/24\nport r.eth1 192.168.1.2/24\nvm a 192.168.1.5/24\nvm b 192.168.1.6/24\nr.eth0 -- a\nr.eth1 -- b\nnat r masquerade outside=r.eth1\nroute a 0.0.0.0/0 via=192.168.1.1\nroute b 0.0.0.0/0 via=192.168.1.2',
        reports: ['device-equal'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const joined = createJoins(topology, network);
    const told = new Set<string>();
    const byDomain = groupBy(network.segments, ({ id }) => network.domains.get(id));
    for (const segments of byDomain.values()) {
      yield* overlaps(segments.flatMap(prefixesOn), joined, told, undefined);
    }
    for (const { name, segments, pairs } of tablesOf(topology, network)) {
      if (segments.length > 1) yield* overlaps(segments.flatMap(prefixesOn), joined, told, name);
      for (const { first, second } of pairs) {
        const prefix = formatCidr(prefixOf(second.cidr));
        const [a, b] = [first, second].map((held) => rowOf(topology.interfaces, held.interface)?.name ?? '');
        yield {
          message: 'two-cards',
          severity: 'warning',
          values: { device: name, prefix, a: a ?? '', b: b ?? '' },
          at: placeOfAddress(second),
          related: [{ at: placeOfAddress(first), message: 'other-here', values: { outer: prefix } }],
        };
      }
    }
  },
});

/** Each prefix with the nearest on another segment that holds it; pairs in `told` are passed over. */
function* overlaps(
  used: readonly UsedPrefix[],
  joined: ReturnType<typeof createJoins>,
  told: Set<string>,
  device: string | undefined,
): Generator<Finding<Words>> {
  for (const { item, around } of nested(used)) {
    const other = around.findLast(
      ({ segment, prefix }) =>
        segment !== item.segment &&
        !(prefix.length === item.prefix.length && joined(segment, item.segment, prefix)),
    );
    if (!other) continue;
    const [prefix, outer] = [formatCidr(item.prefix), formatCidr(other.prefix)];
    // Rows of both ends: the same subnet row may be on both segments.
    const key = [`${item.segment.id} ${prefix}`, `${other.segment.id} ${outer}`].sort().join(' ');
    if (told.has(key)) continue;
    told.add(key);
    if (device === undefined && (strays(item, other.segment) || strays(other, item.segment))) continue;
    const kind = prefix === outer ? 'equal' : 'inside';
    yield {
      message: device === undefined ? kind : `device-${kind}`,
      values: { prefix, outer, ...(device === undefined ? {} : { device }) },
      at: item.at,
      related: [{ at: other.at, message: 'other-here', values: { outer } }],
    };
  }
}

/**
 * Whether nothing names a prefix on its segment but addresses that the other segment has too: those are told one by one, and
 * the prefix goes with them.
 */
function strays({ segment, prefix, at }: UsedPrefix, other: Segment): boolean {
  if (at.table !== 'interfaces') return false;
  const text = formatCidr(prefix);
  return segment.addresses
    .filter(({ cidr }) => namesPrefix(cidr) && formatCidr(prefixOf(cidr)) === text)
    .every(({ cidr }) => other.addresses.some((one) => sameAddress(one.cidr.address, cidr.address)));
}

interface Table {
  readonly name: string;
  readonly segments: Network['segments'];
  /** Pairs of interfaces in one prefix of one segment. */
  readonly pairs: readonly { readonly first: HeldAddress; readonly second: HeldAddress }[];
}

/** Where each device is, by routing table: those that are on one segment with one interface only are left out. */
function tablesOf(topology: Topology, network: Network): Table[] {
  const tables = groupBy(sortedRows(topology.interfaces), ([, row]) => `${row.device} ${row.vrf ?? ''}`);
  return [...tables.values()].flatMap((rows): Table[] => {
    const addressed = rows.filter(([, row]) => (row.addresses ?? []).length > 0);
    if (addressed.length < 2) return [];
    const segments = new Set(addressed.flatMap(([id]) => network.segmentOf.get(id) ?? []));
    const device = addressed[0]?.[1].device ?? '';
    const name = rowOf(topology.devices, device)?.name ?? device;
    return [
      { name, segments: [...segments], pairs: [...segments].flatMap((one) => pairsOn(one, device, rows)) },
    ];
  });
}

function pairsOn(
  segment: Segment,
  device: string,
  rows: readonly (readonly [id: string, row: Interface])[],
): { first: HeldAddress; second: HeldAddress }[] {
  const ids = new Set(rows.map(([id]) => id));
  const own = segment.addresses.filter(
    (held) => held.device === device && ids.has(held.interface) && namesPrefix(held.cidr),
  );
  return [...groupBy(own, ({ cidr }) => formatCidr(prefixOf(cidr))).values()].flatMap(
    ([first, ...others]) => {
      const second = others.find((one) => one.interface !== first?.interface);
      return first && second ? [{ first, second }] : [];
    },
  );
}

import { groupBy } from '../base/by-id.ts';
import { addressKey, bitsOf, type Cidr, formatCidr } from '../ip/address.ts';
import { contains, prefixOf } from '../ip/prefix.ts';
import { spaceOf } from '../ip/space.ts';
import type { Topology } from '../model/topology.ts';
import { dhcpClients } from '../network/dhcp.ts';
import type { DhcpScope, Network, Segment } from '../network/network.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { withLength } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'over' | 'full' | 'nearly' | 'widen';

export const subnetHasRoom = defineRule({
  id: 'subnet-has-room',
  severity: 'warning',
  pack: 'ip',
  catalogue: ['IP-12'],
  per: 'lab',
  summary: 'A subnet has addresses for all its machines, and some left.',
  why: 'The machine that comes last gets no address, and the lab cannot grow without renumbering.',
  source: 'RFC 950 section 2.1',
  messages: {
    over: '{prefix} has {usable} addresses, its machines need {need}. Take a wider prefix.',
    full: 'All {usable} addresses of {prefix} are in use: no machine can be added. Take a wider prefix.',
    nearly: '{need} of the {usable} addresses of {prefix} are in use. Take a wider prefix before it is full.',
    widen: 'Widen it to {cidr}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24',
      '# Two ends of a wire are meant to fill it.\nrouter r 10.0.0.1/30\nrouter q 10.0.0.2/30\nr -- q\nsubnet 10.0.0.0/30',
      '# A small subnet is soon at 80 %.\nswitch s\nvm a 10.0.0.1/29\nvm b 10.0.0.2/29\nvm c 10.0.0.3/29\nvm d 10.0.0.4/29\nvm e 10.0.0.5/29\na -- s\nb -- s\nc -- s\nd -- s\ne -- s\nsubnet 10.0.0.0/29',
      'vm a 2001:db8::1/64\nsubnet 2001:db8::/64',
      '# Public addresses are used up on purpose.\nvm a 203.0.113.1/28 203.0.113.2/28 203.0.113.3/28 203.0.113.4/28 203.0.113.5/28 203.0.113.6/28\nvm b 203.0.113.7/28 203.0.113.8/28 203.0.113.9/28 203.0.113.10/28 203.0.113.11/28 203.0.113.12/28\na -- b\nsubnet 203.0.113.0/28',
    ],
    bad: [
      {
        lab: 'vm a 10.0.0.1/29 10.0.0.2/29 10.0.0.3/29\nvm b 10.0.0.4/29 10.0.0.5/29 10.0.0.6/29\na -- b\nsubnet 10.0.0.0/29',
        reports: ['full'],
      },
      {
        lab: '# Whom DHCP shall serve counts too.\nswitch s\nrouter r 10.0.0.1/29\nvm a 10.0.0.2/29 10.0.0.3/29 10.0.0.4/29\nvm b dhcp=true\nvm c dhcp=true\nvm d dhcp=true\nr -- s\na -- s\nb -- s\nc -- s\nd -- s\nsubnet 10.0.0.0/29 gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.5-10.0.0.6',
        reports: ['over'],
      },
      {
        lab: 'vm a 10.0.0.1/28 10.0.0.2/28 10.0.0.3/28 10.0.0.4/28 10.0.0.5/28 10.0.0.6/28\nvm b 10.0.0.7/28 10.0.0.8/28 10.0.0.9/28 10.0.0.10/28 10.0.0.11/28 10.0.0.12/28\na -- b\nsubnet 10.0.0.0/28',
        reports: ['nearly'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const scopeOf = new Map(network.scopes.map((scope) => [scope.subnet, scope]));
    const byDomain = groupBy(network.segments, ({ id }) => network.domains.get(id));
    for (const segment of network.segments) {
      for (const subnet of segment.subnets) {
        const { prefix } = subnet;
        // Shorter than that and only two ends of a wire fit.
        if (prefix.address.version !== 4 || prefix.length > 29) continue;
        const usable = usableIn(prefix.length);
        const need = needOf(segment, subnet, scopeOf.get(subnet.id));
        const kind = fillOf(need, prefix.length);
        // Public addresses are dear: people use them up on purpose.
        const isDear = spaceOf(prefix.address) === 'public' || spaceOf(prefix.address) === 'documentation';
        if (!kind || (kind === 'nearly' && isDear)) continue;
        yield {
          message: kind,
          ...(kind === 'over' ? { severity: 'error' as const } : {}),
          values: { prefix: formatCidr(prefix), usable, need },
          at: { table: 'subnets', row: subnet.id, field: 'prefix' },
          fixes: widen(topology, byDomain.get(network.domains.get(segment.id)) ?? [], segment, prefix, need),
        };
      }
    }
  },
});

function usableIn(length: number): number {
  return 2 ** (bitsOf(4) - length) - 2;
}

function fillOf(need: number, length: number): 'over' | 'full' | 'nearly' | undefined {
  const usable = usableIn(length);
  if (need > usable) return 'over';
  if (need === usable) return 'full';
  return length <= 28 && need * 5 > usable * 4 ? 'nearly' : undefined;
}

/** Addresses that are held, kept or promised: static ones, the gateway, reservations, and one for each other client of DHCP. */
function needOf(
  segment: Segment,
  { prefix, gateway, row }: Segment['subnets'][number],
  scope: DhcpScope | undefined,
): number {
  const held = segment.addresses.filter(({ cidr }) => contains(prefix, cidr.address));
  const taken = new Set(held.map(({ cidr }) => addressKey(cidr.address)));
  if (gateway && contains(prefix, gateway)) taken.add(addressKey(gateway));
  for (const { address } of scope?.reservations ?? []) {
    if (contains(prefix, address)) taken.add(addressKey(address));
  }
  if (row.dhcpServer === undefined) return taken.size;
  const served = new Set([
    ...held.map((one) => one.interface),
    ...(scope?.reservations ?? []).flatMap((one) => one.interface ?? []),
  ]);
  return taken.size + dhcpClients(segment).filter(({ id }) => !served.has(id)).length;
}

/** The nearest prefix around this one that has room and meets no other of the routing domain. */
function widen(
  topology: Topology,
  domain: Network['segments'],
  segment: Segment,
  prefix: Cidr,
  need: number,
): FindingFix<Words>[] {
  const others = domain
    .filter((one) => one !== segment)
    .flatMap(prefixesOn)
    .map((one) => one.prefix);
  for (let length = prefix.length - 1; length >= 8; length--) {
    const wide = prefixOf({ address: prefix.address, length });
    if (others.some((one) => contains(wide, one.address) || contains(one, wide.address))) return [];
    if (fillOf(need, length)) continue;
    const change = withLength(topology, segment, prefix, length);
    return [{ label: 'widen', values: { cidr: formatCidr(wide) }, safety: 'choice', change }];
  }
  return [];
}

import { formatCidr } from '../ip/address.ts';
import type { Place } from '../model/design.ts';
import type { Segment } from '../network/network.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { defineRule } from './rule.ts';

/** As many hosts as a /22 has. */
const most = 1022;

export const noHugeSegment = defineRule({
  id: 'no-huge-segment',
  severity: 'hint',
  pack: 'ip',
  catalogue: ['IP-13'],
  per: 'lab',
  summary: 'A segment has no more hosts than a /22 holds.',
  why: 'Every host hears every broadcast of all others, and one that misbehaves is felt by all.',
  source: 'RFC 1812 section 2.2.5.1; common practice',
  messages: {
    huge: '{prefix} is one broadcast domain of up to {count|host|hosts}. Split it into several subnets with a router between.',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nsubnet 10.0.0.0/24',
      '# A wide prefix with few hosts makes no noise.\nvm a 10.0.0.1/8\nvm b 10.9.0.1/8\na -- b\nsubnet 10.0.0.0/8',
      'router r 10.0.0.1/22\nvm a dhcp=true\na -- r\nsubnet 10.0.0.0/22 dhcpServer=r dhcpPools=10.0.0.10-10.0.3.250',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.1/16\nvm a dhcp=true\na -- r\nsubnet 10.0.0.0/16 dhcpServer=r dhcpPools=10.0.1.0-10.0.8.255',
        reports: ['huge'],
      },
    ],
  },
  *check(_lab, { network }) {
    const leases = new Map<string, number>();
    for (const { subnet, pools } of network.scopes) {
      const count = pools.reduce(
        (sum, { first, last }) => sum + Math.max(0, Number(last.value - first.value) + 1),
        0,
      );
      if (pools.some(({ first }) => first.version === 4)) leases.set(subnet, count);
    }
    for (const segment of network.segments) {
      const served = segment.subnets.reduce((sum, { id }) => sum + (leases.get(id) ?? 0), 0);
      const own = segment.interfaces.filter(({ row }) => served === 0 || row.dhcp !== true).length;
      const count = served + own;
      if (count <= most) continue;
      const { at, prefix } = placeOf(segment);
      yield { message: 'huge', values: { prefix, count }, at };
    }
  },
});

function placeOf(segment: Segment): { at: Place; prefix: string } {
  const [first] = prefixesOn(segment);
  if (first) return { at: first.at, prefix: formatCidr(first.prefix) };
  return { at: { table: 'interfaces', row: segment.interfaces[0]?.id ?? '' }, prefix: segment.id };
}

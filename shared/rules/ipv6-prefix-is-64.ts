import { type Cidr, formatCidr } from '../ip/address.ts';
import { contains } from '../ip/prefix.ts';
import type { Segment } from '../network/network.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { withLength } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

export const ipv6PrefixIs64 = defineRule({
  id: 'ipv6-prefix-is-64',
  severity: 'warning',
  pack: 'ip',
  catalogue: ['IP-15'],
  per: 'segment',
  summary: 'An IPv6 subnet is a /64, but for two ends of a wire (/127) and single addresses (/128).',
  why: 'Machines choose their own address out of 64 bits; with another length they get none.',
  source: 'RFC 4291 section 2.5.1; RFC 7421; RFC 6164 for /127',
  messages: {
    'self-addressed':
      '{prefix} is no /64: machines on it that take their IPv6 address by themselves get none. Make it a /64.',
    unusual: '{prefix} is no /64, which is what most systems expect of an IPv6 subnet. Make it a /64.',
    'use-64': 'Make it {cidr}',
  },
  examples: {
    good: [
      'vm a 2001:db8::1/64\nvm b 2001:db8::2/64\na -- b\nsubnet 2001:db8::/64',
      'router r 2001:db8::/127\nrouter q 2001:db8::1/127\nr -- q',
      'router r 2001:db8::1/128 fe80::1/10\nvm a 10.0.0.1/26\na -- r',
    ],
    bad: [
      { lab: 'vm a 2001:db8::1/80\nvm b 2001:db8::2/80\na -- b', reports: ['unusual'] },
      {
        lab: 'router r 2001:db8::1/112\nvm b dhcp=true\nr -- b\nsubnet 2001:db8::/112',
        reports: ['self-addressed'],
      },
      {
        lab: 'vm a 2001:db8::1/48\nvm b 2001:db8:0:5::2/48\na -- b\nsubnet 2001:db8::/48',
        reports: ['unusual'],
      },
    ],
  },
  *check(segment, { topology }): Generator<Finding<'self-addressed' | 'unusual' | 'use-64'>> {
    const asks = segment.interfaces.some(({ row }) => row.dhcp === true);
    for (const { prefix, at } of prefixesOn(segment)) {
      if (prefix.address.version !== 6 || prefix.length === 64 || prefix.length >= 127) continue;
      const wanted = { address: prefix.address, length: 64 };
      yield {
        message: asks ? 'self-addressed' : 'unusual',
        ...(asks ? {} : { severity: 'hint' as const }),
        values: { prefix: formatCidr(prefix) },
        at,
        fixes: fits(segment, prefix, wanted)
          ? [
              {
                label: 'use-64',
                values: { cidr: formatCidr(wanted) },
                safety: 'choice',
                change: withLength(topology, segment, prefix, 64),
              },
            ]
          : [],
      };
    }
  },
});

/** Whether all addresses of a wider prefix are in its first /64; a narrower one always is. */
function fits(segment: Segment, prefix: Cidr, wanted: Cidr): boolean {
  return segment.addresses.every(
    ({ cidr }) => !contains(prefix, cidr.address) || prefix.length > 64 || contains(wanted, cidr.address),
  );
}

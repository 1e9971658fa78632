import { bitsOf, formatAddress, formatCidr } from '../ip/address.ts';
import { contains, isLinkLocal } from '../ip/prefix.ts';
import { moveToFree, sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const addressInSubnet = defineRule({
  id: 'address-in-subnet',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-02'],
  per: 'segment',
  summary: 'An address lies in one of the subnets of its segment.',
  why: 'Its neighbours look for it behind a gateway instead of on the wire, and it for them.',
  source: 'RFC 4632 section 3.1',
  messages: {
    outside: '{who} has {address}, which is outside {prefix}.',
    'outside-all': '{who} has {address}, which is in none of the {count|subnet|subnets} of its segment.',
    'use-free': 'Give {who} {free}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24',
      'vm a 10.0.0.1/24\nvm b 192.168.5.2/24\na -- b',
      'vm a 10.0.0.1/24 fe80::1/64 2001:db8::1/64\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=20',
      'switch s\nrouter r 10.0.0.1/24\nvm b 10.0.1.1/24\nr -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 switch=s gateway=10.0.0.1',
      'vm a 10.0.0.1/24 198.51.100.7/32\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24\nvm b 10.0.1.2/24\na -- b\nsubnet 10.0.0.0/24', reports: ['outside'] },
      { lab: 'switch s\nvm a 10.0.1.1/24\na -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10', reports: ['outside'] },
      { lab: 'switch s\nvm a 10.0.1.1/24\na -- s\nsubnet 10.0.0.0/24 switch=s', reports: ['outside'] },
      {
        lab: 'vm a 2001:db8::1/64\nvm b 2001:db8:1::2/64\na -- b\nsubnet 2001:db8::/64',
        reports: ['outside'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24 10.0.1.1/24\nvm a 10.0.9.1/24\nr -- s vlan=10\na -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=10',
        reports: ['outside-all'],
      },
    ],
  },
  *check(segment, { topology, network }) {
    for (const held of segment.addresses) {
      const { address, length } = held.cidr;
      // A host address (/32, /128) has no neighbours on the wire: a floating address, an anycast or unnumbered end.
      if (length === bitsOf(address.version)) continue;
      const subnets = segment.subnets.filter(({ prefix }) => prefix.address.version === address.version);
      const [first] = subnets;
      if (!first || isLinkLocal(address) || subnets.some(({ prefix }) => contains(prefix, address))) continue;
      const who = sayInterface(topology, held.interface);
      const values = {
        who,
        address: formatAddress(address),
        prefix: formatCidr(first.prefix),
        count: subnets.length,
      };
      yield {
        message: subnets.length === 1 ? 'outside' : 'outside-all',
        values,
        at: { table: 'interfaces', row: held.interface, field: `addresses.${held.index}` },
        fixes: moveToFree({ topology, network }, segment, held, first.prefix),
      };
    }
  },
});

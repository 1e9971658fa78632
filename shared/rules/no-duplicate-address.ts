import { groupBy } from '../base/by-id.ts';
import { addressKey, bitsOf, formatAddress } from '../ip/address.ts';
import { moveToFree, sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noDuplicateAddress = defineRule({
  id: 'no-duplicate-address',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-01'],
  per: 'segment',
  summary: 'Two interfaces on one segment must not have the same address.',
  why: 'Neighbours keep whichever answers first, so traffic reaches the wrong machine, and which one changes by chance.',
  source: 'RFC 5227 section 1',
  messages: {
    clash: '{a} and {b} both use {address}.',
    'clash-here': '{b} uses {address} too.',
    'use-free': 'Give {who} {free}',
  },
  examples: {
    good: [
      'switch s\nvm a 192.0.2.1/24 198.51.100.53/32\nvm b 192.0.2.2/24 198.51.100.53/32\na -- s\nb -- s',
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b',
      'vm a 10.0.0.1/24\nvm b 10.0.0.1/24',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- s vlan=10\nb -- s vlan=20',
      'vm a 10.0.0.1/24 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b',
      'vm a 10.0.0.1/24 connected=false\nvm b 10.0.0.1/24\na -- b',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- b', reports: ['clash'] },
      { lab: 'vm a 10.0.0.1/24\nvm b 10.0.0.1/32\na -- b', reports: ['clash'] },
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nvm a 10.0.0.1/24\nr -- s mode=trunk allowedVlans=10\na -- s vlan=10\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['clash'],
      },
      { lab: 'switch s\nvm a 2001:db8::1/64\nvm b 2001:DB8:0::1/64\na -- s\nb -- s', reports: ['clash'] },
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\nvm c 10.0.0.1/24\na -- s\nb -- s\nc -- s',
        reports: ['clash', 'clash'],
      },
    ],
  },
  *check(segment, { topology, network }) {
    const byAddress = groupBy(segment.addresses, ({ cidr }) => addressKey(cidr.address));
    for (const [first, ...others] of byAddress.values()) {
      if (!first) continue;
      for (const other of others) {
        // The same address typed twice on one interface harms nobody.
        if (other.interface === first.interface) continue;
        // Single addresses (/32, /128) on several machines are how anycast is built.
        if ([first, other].every(({ cidr }) => cidr.length === bitsOf(cidr.address.version))) continue;
        const address = formatAddress(other.cidr.address);
        const [a, b] = [sayInterface(topology, first.interface), sayInterface(topology, other.interface)];
        yield {
          message: 'clash',
          values: { address, a, b },
          at: { table: 'interfaces', row: other.interface, field: `addresses.${other.index}` },
          related: [
            {
              at: { table: 'interfaces', row: first.interface, field: `addresses.${first.index}` },
              message: 'clash-here',
              values: { address, b },
            },
          ],
          fixes: [other, first].flatMap((held) => moveToFree({ topology, network }, segment, held)),
        };
      }
    }
  },
});

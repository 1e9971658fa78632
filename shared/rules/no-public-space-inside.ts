import { type Cidr, formatCidr } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import { spaceOf } from '../ip/space.ts';
import type { Topology } from '../model/topology.ts';
import { domainsWhere, hasInternet, meetsRealNetwork } from '../network/undrawn.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'public' | 'public-behind-nat';

export const noPublicSpaceInside = defineRule({
  id: 'no-public-space-inside',
  severity: 'hint',
  pack: 'ip',
  catalogue: ['IP-09'],
  per: 'lab',
  summary: 'A network that is not on the internet uses private addresses.',
  why: 'The addresses belong to somebody: from inside, their real owner cannot be reached any more.',
  source: 'RFC 1918 section 3; RFC 6598; RFC 4193',
  messages: {
    public:
      '{prefix} is public address space, and no internet is on this network. Use a private prefix, such as 10.20.30.0/24.',
    'public-behind-nat':
      '{prefix} is public address space used behind a NAT: its real owner cannot be reached from here. Use a private prefix, such as 10.20.30.0/24.',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24 fd00:1::1/64\nvm b 172.31.0.1/16\nvm c 192.168.9.1/24\nvm d 100.64.0.1/10',
      '# What the standards set aside for examples and tests.\nvm a 192.0.2.1/24\nvm b 198.51.100.1/24\nvm c 203.0.113.1/24\nvm d 2001:db8::1/64\nvm e 198.18.0.1/15',
      '# On the internet, directly or routed.\ninternet i 8.8.4.1/24\nrouter r 8.8.4.2/24\nport r.eth1 9.9.8.1/24\nvm a 9.9.8.2/24\ni -- r.eth0\na -- r.eth1',
      '# A real network behind the physical port of a host.\nhost h 20.1.1.1/24\nvm a 20.1.1.2/24\na -- h',
      '# Addresses that the lab has been given.\nvm a 20.1.1.2/28\npool 20.1.1.0/24',
      'vm a 8.8.8.8/32',
    ],
    bad: [
      { lab: 'vm a 20.1.1.1/24\nvm b 20.1.1.2/24\na -- b', reports: ['public'] },
      { lab: 'vm a 172.32.0.1/16', reports: ['public'] },
      {
        lab: 'internet i 203.0.113.1/24\nrouter r 203.0.113.2/24\nport r.eth1 20.0.0.1/24\nvm a 20.0.0.2/24\ni -- r.eth0\na -- r.eth1\nnat r masquerade outside=r.eth0\nroute a 0.0.0.0/0 via=20.0.0.1',
        reports: ['public-behind-nat'],
      },
      { lab: 'vm a 2a01:4f8::1/64', reports: ['public'] },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const outside = domainsWhere(
      network,
      (segment) => hasInternet(segment, topology) || meetsRealNetwork(segment, topology),
    );
    const given = givenPrefixes(topology);
    const drawn = Object.values(topology.devices).some(({ kind }) => kind === 'internet');
    for (const segment of network.segments) {
      const domain = network.domains.get(segment.id);
      if (domain === undefined || outside.has(domain)) continue;
      for (const { prefix, at } of prefixesOn(segment)) {
        if (spaceOf(prefix.address) !== 'public') continue;
        if (given.some((one) => contains(one, prefix.address))) continue;
        yield {
          message: drawn ? 'public-behind-nat' : 'public',
          values: { prefix: formatCidr(prefix) },
          ...(drawn ? { severity: 'warning' as const } : {}),
          at,
        };
      }
    }
  },
});

function givenPrefixes(topology: Topology): Cidr[] {
  return Object.values(topology.publicPools).flatMap(({ addresses }) =>
    addresses.flatMap((text) => parsePrefix(text.trim()) ?? []),
  );
}

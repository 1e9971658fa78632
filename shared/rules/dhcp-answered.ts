import { rowOf } from '../base/by-id.ts';
import { type Address, type Cidr, formatCidr } from '../ip/address.ts';
import { formatPool, rangeWithout } from '../ip/pool.ts';
import { contains, lastOf, networkOf } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import { dhcpClients, dhcpOn } from '../network/dhcp.ts';
import type { Segment } from '../network/network.ts';
import { leadsOutside } from '../network/outside.ts';
import { sayDevice, sayInterface, setFields } from './fixes.ts';
import { defineRule, type FindingFix } from './rule.ts';

export const dhcpAnswered = defineRule({
  id: 'dhcp-answered',
  // A guest may serve DHCP although the lab does not say so.
  severity: 'warning',
  pack: 'dhcp',
  catalogue: ['DHCP-05'],
  per: 'lab',
  summary: 'Where a machine asks DHCP for an address, a server or relay is on its segment.',
  why: 'The machine waits a minute at every start and gives itself 169.254.x.x, which reaches nobody.',
  source: 'RFC 2131 section 4.4; RFC 3927 section 2',
  messages: {
    silent:
      '{who} asks DHCP for an address, and nobody on its segment answers ({count|client|clients} there): let a device serve the subnet, or type an address.',
    serve: 'Let {who} serve {prefix} with {pools}',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199',
      // A NAT service brings a server of its own.
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a dhcp=true\nn -- s\na -- s',
      'router n engine=nat isolated=true\nvm a dhcp=true\na -- n',
      // There may be a server outside.
      'switch s\nhost h\nvm a dhcp=true\na -- s\nh -- s',
      'switch s\ninternet i\nvm a dhcp=true\na -- s\ni -- s',
      'switch s\nswitch t\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nvm d 10.0.1.5/24\nvm a dhcp=true\na -- s\nr.eth0 -- s\nr.eth1 -- t\nd -- t\nrelay r r.eth0 10.0.1.5\nsubnet 10.0.0.0/24 dhcpServer=d dhcpPools=10.0.0.100-10.0.0.199',
      'vm a dhcp=true',
      'switch s\nrouter r 2001:db8::1/64\nvm a dhcp=true\nr -- s\na -- s',
    ],
    bad: [
      { lab: 'switch s\nvm a dhcp=true\nvm b dhcp=true\na -- s\nb -- s', reports: ['silent'] },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['silent'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a dhcp=true\nn -- s vlan=10\na -- s vlan=20',
        reports: ['silent'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const relayed = new Set(Object.values(topology.relays).map((relay) => relay.interface));
    for (const segment of network.segments) {
      const clients = dhcpClients(segment);
      const [first] = clients;
      const isAlone = segment.bridges.length === 0 && segment.interfaces.length < 2;
      if (!first || isAlone || leadsOutside(topology, segment)) continue;
      // With IPv6 alone a router tells everybody the prefix.
      const versions = new Set(segment.addresses.map(({ cidr }) => cidr.address.version));
      if (versions.has(6) && !versions.has(4)) continue;
      // A server that is named but not there is another rule's.
      if (segment.subnets.some(({ row }) => row.dhcpServer !== undefined)) continue;
      if (segment.interfaces.some(({ id }) => relayed.has(id))) continue;
      const { scopes, engines } = dhcpOn(topology, network, segment);
      if (scopes.length > 0 || engines.length > 0) continue;
      yield {
        message: 'silent',
        values: { who: sayInterface(topology, first.id), count: clients.length },
        at: { table: 'interfaces', row: first.id, field: 'dhcp' },
        fixes: serve(topology, segment),
      };
    }
  },
});

/** A router on the segment serves its subnet with the upper half, without the addresses that are taken. */
function serve(topology: Topology, segment: Segment): FindingFix<'serve'>[] {
  return segment.subnets.flatMap(({ id, prefix, gateway }) => {
    const own = segment.addresses.filter(({ cidr }) => contains(prefix, cidr.address));
    const router = own.find(({ device }) => rowOf(topology.devices, device)?.kind === 'router');
    if (!router || prefix.address.version !== 4 || prefix.length > 29) return [];
    const taken = [...own.map(({ cidr }) => cidr.address), ...(gateway ? [gateway] : [])];
    const dhcpPools = upperHalf(prefix, taken);
    const values = {
      who: sayDevice(topology, router.device),
      prefix: formatCidr(prefix),
      pools: dhcpPools.join(', '),
    };
    const change = setFields(topology, 'subnets', id, { dhcpServer: router.device, dhcpPools });
    return dhcpPools.length === 0
      ? []
      : [{ label: 'serve' as const, values, safety: 'choice' as const, change }];
  });
}

function upperHalf(prefix: Cidr, taken: readonly Address[]): string[] {
  const [low, high] = [networkOf(prefix).value, lastOf(prefix).value];
  const range = {
    first: { version: 4, value: low + (high - low + 1n) / 2n },
    last: { version: 4, value: high - 1n },
  } as const;
  return rangeWithout(range, taken).map(formatPool);
}

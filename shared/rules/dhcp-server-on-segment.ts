import { rowOf, sortedRows } from '../base/by-id.ts';
import { formatAddress } from '../ip/address.ts';
import type { Subnet, Topology } from '../model/topology.ts';
import type { Network, Segment } from '../network/network.ts';
import { segmentsBySubnet } from '../network/subnet-homes.ts';
import { addRow, sayDevice, sayInterface } from './fixes.ts';
import { defineRule, type FindingFix } from './rule.ts';

export const dhcpServerOnSegment = defineRule({
  id: 'dhcp-server-on-segment',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-05'],
  per: 'lab',
  summary: 'The DHCP server of a subnet is on its segment, or a relay there passes requests on.',
  why: 'A client asks by broadcast, which ends at the router: the server never hears of it.',
  source: 'RFC 2131 section 4.1; RFC 1542 section 4',
  messages: {
    away: '{server} serves {prefix} but has no interface there, and no relay passes requests on: cable it, or add a relay.',
    'add-relay': 'Let {who} pass requests on to {server} at {address}',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r',
      'switch s\nswitch t\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nvm d 10.0.1.5/24\nr.eth0 -- s\nr.eth1 -- t\nd -- t\nrelay r r.eth0 10.0.1.5\nsubnet 10.0.0.0/24 dhcpServer=d',
      'vm d\nsubnet 10.0.0.0/24 dhcpServer=d',
    ],
    bad: [
      {
        lab: 'switch s\nswitch t\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nvm d 10.0.1.5/24\nvm a dhcp=true\na -- s\nr.eth0 -- s\nr.eth1 -- t\nd -- t\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=d\nsubnet 10.0.1.0/24 gateway=10.0.1.1',
        reports: ['away'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const served = sortedRows(topology.subnets).filter(([, row]) => row.dhcpServer !== undefined);
    if (served.length === 0) return;
    const relays = new Set(Object.values(topology.relays).map((relay) => relay.interface));
    const homes = segmentsBySubnet(network);
    for (const [id, row] of served) {
      const segments = homes.get(id) ?? [];
      const isHeard = segments.some(({ interfaces }) =>
        interfaces.some((one) => one.row.device === row.dhcpServer || relays.has(one.id)),
      );
      if (segments.length === 0 || isHeard || row.dhcpServer === undefined) continue;
      yield {
        message: 'away',
        values: { server: sayDevice(topology, row.dhcpServer), prefix: row.prefix },
        at: { table: 'subnets', row: id, field: 'dhcpServer' },
        fixes: addRelay(topology, network, segments, row),
      };
    }
  },
});

/** A router on the segment passes requests on to the first address of the server. */
function addRelay(
  topology: Topology,
  network: Network,
  segments: readonly Segment[],
  row: Subnet,
): FindingFix<'add-relay'>[] {
  const held = network.segments
    .flatMap(({ addresses }) => addresses)
    .find(({ device, cidr }) => device === row.dhcpServer && cidr.address.version === 4);
  const router = segments
    .flatMap(({ addresses }) => addresses)
    .find(({ device }) => rowOf(topology.devices, device)?.kind === 'router');
  if (!held || !router) return [];
  const server = formatAddress(held.cidr.address);
  return [
    {
      label: 'add-relay',
      values: {
        who: sayInterface(topology, router.interface),
        server: sayDevice(topology, held.device),
        address: server,
      },
      safety: 'choice',
      change: addRow(topology, 'relays', `${router.device}-relay`, {
        device: router.device,
        interface: router.interface,
        server,
      }),
    },
  ];
}

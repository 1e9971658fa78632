import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { parseMac } from '../ip/mac.ts';
import type { Reservation, Topology } from '../model/topology.ts';
import type { Network, Segment } from '../network/network.ts';
import { leadsOutside } from '../network/outside.ts';
import { segmentsBySubnet } from '../network/subnet-homes.ts';
import { sayInterface } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'nobody' | 'bad-mac' | 'unknown-mac' | 'elsewhere' | 'no-server';

export const reservationHasClient = defineRule({
  id: 'reservation-has-client',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-12'],
  per: 'lab',
  summary: 'An address that DHCP keeps is for an interface that is there and asks a server that is there.',
  why: 'A MAC address with a typing error gets any address of the pool, and what was to lead to the machine does not.',
  source: 'RFC 2131 section 4.3.1',
  messages: {
    nobody: 'The reservation of {address} names neither an interface nor a MAC address: name one.',
    'bad-mac':
      '"{mac}" is no MAC address, so {address} is kept for nobody: write twelve hex digits, or name the interface.',
    'unknown-mac':
      'No interface of the lab has the MAC address {mac} for which {address} is kept: correct it, or name the interface.',
    elsewhere:
      '{address} of {prefix} is kept for {who}, which is on another segment and never asks there: cable it there, or remove the reservation.',
    'no-server': '{address} is kept, but nobody serves {prefix} by DHCP: name a server for the subnet.',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 interface=a.eth0',
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 interface=a.eth0',
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true mac=08:00:27:00:00:01\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 mac=08-00-27-00-00-01',
      // The machine with this MAC may be outside.
      'switch s\nhost h 10.0.0.1/24\nrouter r 10.0.0.2/24\nh -- s\nr -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 mac=3c:7c:3f:00:00:01',
      // A NAT service has a DHCP server.
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a dhcp=true\nn -- s\na -- s\nsubnet 10.0.0.0/24\nreserve net1 10.0.0.50 interface=a.eth0',
    ],
    bad: [
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nr -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50',
        reports: ['nobody'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nr -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 mac=08:00:27\nreserve net1 10.0.0.51 mac=08:00:27:00:00:01',
        reports: ['bad-mac', 'unknown-mac'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a\nr -- s vlan=10\na -- s vlan=20\nsubnet 10.0.0.0/24 dhcpServer=r vlan=10\nreserve net1 10.0.0.50 interface=a.eth0',
        reports: ['elsewhere'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a\nr -- s\na -- s\nsubnet 10.0.0.0/24\nreserve net1 10.0.0.50 interface=a.eth0',
        reports: ['no-server'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const rows = sortedRows(topology.reservations);
    if (rows.length === 0) return;
    const macs = new Set(
      Object.values(topology.interfaces).map(({ mac }) => (mac === undefined ? undefined : parseMac(mac))),
    );
    const facts: Facts = { network, macs, homes: segmentsBySubnet(network) };
    for (const [id, row] of rows) yield* ownerProblems(topology, facts, id, row);
    yield* unserved(topology, facts, rows);
  },
});

interface Facts {
  readonly network: Network;
  readonly macs: ReadonlySet<string | undefined>;
  readonly homes: ReadonlyMap<string, readonly Segment[]>;
}

function* ownerProblems(
  topology: Topology,
  { network, macs, homes }: Facts,
  id: string,
  row: Reservation,
): Generator<Finding<Words>> {
  const { address } = row;
  const at = { table: 'reservations', row: id, field: 'mac' } as const;
  const segments = homes.get(row.subnet) ?? [];
  if (row.interface !== undefined) {
    const own = network.segmentOf.get(row.interface);
    const prefix = rowOf(topology.subnets, row.subnet)?.prefix ?? '';
    // Without a cable it is nowhere yet.
    const isAlone = own?.bridges.length === 0 && own.interfaces.length === 1;
    if (!own || isAlone || segments.length === 0 || segments.includes(own)) return;
    yield {
      message: 'elsewhere',
      values: { address, prefix, who: sayInterface(topology, row.interface) },
      severity: 'warning',
      at: { ...at, field: 'interface' },
    };
  } else if (row.mac === undefined) yield { message: 'nobody', values: { address }, at };
  else {
    const mac = parseMac(row.mac);
    const isOutside = segments.some((segment) => leadsOutside(topology, segment));
    if (mac === undefined) yield { message: 'bad-mac', values: { mac: row.mac, address }, at };
    else if (!macs.has(mac) && !isOutside)
      yield { message: 'unknown-mac', values: { mac: row.mac, address }, severity: 'warning', at };
  }
}

/** Said once for each subnet. */
function* unserved(
  topology: Topology,
  { homes }: Facts,
  rows: readonly (readonly [string, Reservation])[],
): Generator<Finding<Words>> {
  for (const [subnet, [first]] of groupBy(rows, ([, row]) => row.subnet)) {
    const row = rowOf(topology.subnets, subnet);
    const isServed = (homes.get(subnet) ?? []).some(({ interfaces }) =>
      interfaces.some((one) => rowOf(topology.devices, one.row.device)?.engine === 'nat'),
    );
    if (!first || !row || row.dhcpServer !== undefined || isServed) continue;
    yield {
      message: 'no-server',
      values: { address: first[1].address, prefix: row.prefix },
      severity: 'warning',
      at: { table: 'reservations', row: first[0], field: 'subnet' },
    };
  }
}

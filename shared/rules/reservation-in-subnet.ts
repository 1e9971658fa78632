import { rowOf, sortedRows } from '../base/by-id.ts';
import { lazyByKey } from '../base/memo.ts';
import { addressKey, formatAddress, formatCidr, parseAddress } from '../ip/address.ts';
import { contains, nextFree, parsePrefix, reservedRole } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { Network } from '../network/network.ts';
import { segmentsBySubnet } from '../network/subnet-homes.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'malformed' | 'outside' | 'twice' | 'first-here' | 'use-free';

export const reservationInSubnet = defineRule({
  id: 'reservation-in-subnet',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-12'],
  per: 'lab',
  summary: 'DHCP keeps a host address of the subnet, and each only once.',
  why: 'Kea does not start with an address that is kept twice; VirtualBox takes it, and two machines get one address.',
  source: 'RFC 2131 section 3.1; Kea, host reservations',
  messages: {
    malformed: '"{address}" is no IP address: write one of the subnet.',
    outside: '{address} is no host address of {prefix}, for which it is kept: keep one that is.',
    twice: '{address} is kept twice in {prefix}: keep another one here.',
    'first-here': '{address} is kept here first.',
    'use-free': 'Keep {address} instead',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 interface=a.eth0',
      // One address in two subnets of labs that are apart.
      'subnet 10.0.0.0/24\nsubnet 10.0.0.0/24\nreserve net1 10.0.0.50 mac=08:00:27:00:00:01\nreserve net2 10.0.0.50 mac=08:00:27:00:00:02',
    ],
    bad: [
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nvm b dhcp=true\nr -- s\na -- s\nb -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0.50 interface=a.eth0\nreserve net1 10.0.0.50 interface=b.eth0',
        reports: ['twice'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.1.50 interface=a.eth0',
        reports: ['outside'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r\nreserve net1 10.0.0 interface=a.eth0',
        reports: ['malformed'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const rows = sortedRows(topology.reservations);
    const freeIn = freeAddresses(topology, network);
    const firstOf = new Map<string, string>();
    for (const [id, row] of rows) {
      const prefix = parsePrefix(rowOf(topology.subnets, row.subnet)?.prefix ?? '');
      const address = parseAddress(row.address.trim());
      const at = { table: 'reservations', row: id, field: 'address' } as const;
      if (!address) {
        const fixes = useFree(topology, id, freeIn(row.subnet));
        yield { message: 'malformed', values: { address: row.address }, at, fixes };
        continue;
      }
      const key = `${row.subnet} ${addressKey(address)}`;
      const earlier = firstOf.get(key);
      if (earlier === undefined) firstOf.set(key, id);
      if (!prefix) continue;
      const values = { address: formatAddress(address), prefix: formatCidr(prefix) };
      if (!contains(prefix, address) || reservedRole({ address, length: prefix.length })) {
        yield { message: 'outside', values, at, fixes: useFree(topology, id, freeIn(row.subnet)) };
      } else if (earlier !== undefined) {
        yield {
          message: 'twice',
          values,
          at,
          related: [
            {
              at: { table: 'reservations', row: earlier, field: 'address' },
              message: 'first-here',
              values: { address: values.address },
            },
          ],
          fixes: useFree(topology, id, freeIn(row.subnet)),
        };
      }
    }
  },
});

function useFree(topology: Topology, id: string, address: string): FindingFix<Words>[] {
  if (address === '') return [];
  const change = setFields(topology, 'reservations', id, { address });
  return [{ label: 'use-free', values: { address }, safety: 'choice', change }];
}

/** For each subnet the lowest address that nobody has and that is kept for nobody; empty where there is none. */
function freeAddresses(topology: Topology, network: Network): (subnet: string) => string {
  const homes = segmentsBySubnet(network);
  const kept = Object.values(topology.reservations).flatMap((one) => {
    const address = parseAddress(one.address.trim());
    return address ? [addressKey(address)] : [];
  });
  return lazyByKey((subnet) => {
    const row = rowOf(topology.subnets, subnet);
    const prefix = parsePrefix(row?.prefix ?? '');
    const gateway = parseAddress(row?.gateway ?? '');
    const held = (homes.get(subnet) ?? []).flatMap(({ addresses }) => addresses);
    const taken = new Set([
      ...held.map(({ cidr }) => addressKey(cidr.address)),
      ...kept,
      ...(gateway ? [addressKey(gateway)] : []),
    ]);
    const free = prefix && nextFree(prefix, (address) => taken.has(addressKey(address)));
    return free ? formatAddress(free) : '';
  });
}

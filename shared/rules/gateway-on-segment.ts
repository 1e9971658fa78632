import { rowOf } from '../base/by-id.ts';
import {
  type Address,
  type Cidr,
  formatAddress,
  formatCidr,
  parseAddress,
  sameAddress,
} from '../ip/address.ts';
import { contains, isLinkLocal, parsePrefix, reservedRole } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import { segmentsBySubnet } from '../network/subnet-homes.ts';
import { leadsToUndrawn } from '../network/undrawn.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const gatewayOnSegment = defineRule({
  id: 'gateway-on-segment',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-05'],
  per: 'row',
  summary: "A subnet's gateway is a host address of the subnet that a device on its segment has.",
  why: 'Machines ask the wire for the gateway; if nobody there has its address, nothing leaves the subnet.',
  source: 'RFC 1122 section 3.3.1',
  messages: {
    malformed: 'The gateway {gateway} of {prefix} is not an IP address.',
    outside: 'The gateway {gateway} is outside its subnet {prefix}.',
    network: 'The gateway {gateway} is the network address of {prefix}.',
    broadcast: 'The gateway {gateway} is the broadcast address of {prefix}.',
    unowned: 'No device on the segment of {prefix} has the gateway address {gateway}.',
    'use-router': 'Use {gateway} of {who}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nrouter r 10.0.0.254/24\na -- r\nsubnet 10.0.0.0/24 gateway=10.0.0.254',
      'vm a 10.0.0.1/24\nsubnet 10.9.0.0/24 gateway=10.9.0.1',
      'vm a 10.0.0.1/31\nrouter r 10.0.0.0/31\na -- r\nsubnet 10.0.0.0/31 gateway=10.0.0.0',
      'vm a 10.0.0.5/24\nhost h\nswitch s\na -- s\nh -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
      'vm a 10.0.2.15/24\nrouter n engine=nat isolated=true\na -- n\nsubnet 10.0.2.0/24 gateway=10.0.2.2',
      'vm a 2001:db8::5/64\nrouter r 2001:db8::1/64\na -- r\nsubnet 2001:db8::/64 gateway=fe80::1',
    ],
    bad: [
      {
        lab: 'vm a 10.0.0.1/24\nrouter r 10.0.0.254/24\na -- r\nsubnet 10.0.0.0/24 gateway=10.0.1.254',
        reports: ['outside'],
      },
      {
        lab: 'vm a 10.0.0.1/24\nrouter r 10.0.0.254/24\na -- r\nsubnet 10.0.0.0/24 gateway=10.0.0.253',
        reports: ['unowned'],
      },
      {
        lab: 'vm a 10.0.0.5/24\nhost h 10.0.0.1/24 virtual=true\nswitch s\na -- s\nh -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.2',
        reports: ['unowned'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nrouter r 10.0.0.254/24\na -- s vlan=10\nr -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10 gateway=10.0.0.254',
        reports: ['unowned'],
      },
      { lab: 'vm a 2001:db8::5/64\nsubnet 2001:db8::/64 gateway=10.0.0.1', reports: ['outside'] },
      { lab: 'vm a 10.0.0.1/24\nsubnet 10.0.0.0/24 gateway=10.0.0.0', reports: ['network'] },
      { lab: 'vm a 10.0.0.1/24\nsubnet 10.0.0.0/24 gateway=10.0.0.255', reports: ['broadcast'] },
      { lab: 'vm a 10.0.0.1/24\nsubnet 10.0.0.0/24 gateway=10.0.0', reports: ['malformed'] },
    ],
  },
  *check(subject, { topology, network }) {
    if (subject.table !== 'subnets' || subject.row.gateway === undefined) return;
    const { id, row } = subject;
    const prefix = parsePrefix(row.prefix);
    if (!prefix) return;
    const gateway = parseAddress(subject.row.gateway);
    const at = { table: 'subnets', row: id, field: 'gateway' } as const;
    const values = { gateway: subject.row.gateway, prefix: formatCidr(prefix) };
    const homes = segmentsBySubnet(network).get(id) ?? [];
    const fixes = routersIn(prefix, homes, topology).map(({ who, address }) => ({
      label: 'use-router' as const,
      values: { gateway: formatAddress(address), who },
      safety: 'choice' as const,
      change: setFields(topology, 'subnets', id, { gateway: formatAddress(address) }),
    }));
    if (!gateway) yield { message: 'malformed', values, at, fixes };
    else if (gateway.version === 6 && prefix.address.version === 6 && isLinkLocal(gateway)) return;
    else if (!contains(prefix, gateway)) yield { message: 'outside', values, at, fixes };
    else {
      const role = reservedRole({ address: gateway, length: prefix.length });
      if (role) yield { message: role, values, at, fixes };
      else if (
        homes.length > 0 &&
        homes.every((segment) => !owns(segment, gateway) && !leadsToUndrawn(segment, topology))
      ) {
        yield { message: 'unowned', values, at, fixes };
      }
    }
  },
});

function owns(segment: Segment, gateway: Address): boolean {
  return segment.addresses.some(({ cidr }) => sameAddress(cidr.address, gateway));
}

/** Router addresses in a subnet, on its segments: what the gateway could be. */
function routersIn(
  prefix: Cidr,
  homes: readonly Segment[],
  topology: Topology,
): { who: string; address: Address }[] {
  return homes.flatMap((segment) =>
    segment.addresses.flatMap(({ device, cidr }) => {
      const owner = rowOf(topology.devices, device);
      const fits = owner?.kind === 'router' && contains(prefix, cidr.address);
      return fits && !reservedRole({ address: cidr.address, length: prefix.length })
        ? [{ who: owner.name, address: cidr.address }]
        : [];
    }),
  );
}

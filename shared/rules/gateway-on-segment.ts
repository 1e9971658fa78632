import { type Address, formatAddress, formatCidr, parseAddress, sameAddress } from '../ip/address.ts';
import { contains, isLinkLocal, parsePrefix, reservedRole } from '../ip/prefix.ts';
import type { Subnet, Topology } from '../model/topology.ts';
import type { Network, Segment } from '../network/network.ts';
import { rowOf } from '../base/by-id.ts';
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
    const fixes = routersIn(row, topology, network).map(({ who, address }) => ({
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
      const segments = segmentsOf(row, network);
      if (role) yield { message: role, values, at, fixes };
      else if (
        segments.length > 0 &&
        segments.every((segment) => !owns(segment, gateway) && !leadsOutside(segment, topology))
      ) {
        yield { message: 'unowned', values, at, fixes };
      }
    }
  },
});

function segmentsOf(row: Subnet, network: Network): Segment[] {
  return network.segments.filter((segment) => segment.subnets.some((subnet) => subnet.row === row));
}

function owns(segment: Segment, gateway: Address): boolean {
  return segment.addresses.some(({ cidr }) => sameAddress(cidr.address, gateway));
}

/**
 * Behind a physical port of a host or the internet there are devices that are not drawn; a NAT engine that is given no
 * address gets one from its hypervisor.
 */
function leadsOutside(segment: Segment, topology: Topology): boolean {
  return segment.interfaces.some(({ row }) => {
    const device = rowOf(topology.devices, row.device);
    const kind = device?.kind;
    if (device?.engine === 'nat' && (row.addresses ?? []).length === 0) return true;
    return kind === 'internet' || (kind === 'host' && row.virtual !== true);
  });
}

/** Router addresses in a subnet, on its segments: what the gateway could be. */
function routersIn(row: Subnet, topology: Topology, network: Network): { who: string; address: Address }[] {
  const prefix = parsePrefix(row.prefix);
  return segmentsOf(row, network).flatMap((segment) =>
    segment.addresses.flatMap(({ device, cidr }) => {
      const owner = rowOf(topology.devices, device);
      const fits = owner?.kind === 'router' && prefix && contains(prefix, cidr.address);
      return fits && !reservedRole({ address: cidr.address, length: prefix.length })
        ? [{ who: owner.name, address: cidr.address }]
        : [];
    }),
  );
}

import { groupBy, rowOf } from '../base/by-id.ts';
import { bitsOf, formatAddress, formatCidr } from '../ip/address.ts';
import { contains, isLinkLocal, prefixOf } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import { forwards } from '../network/next-hops.ts';
import type { HeldAddress, Network, Segment } from '../network/network.ts';
import { placeOfAddress } from '../network/prefixes.ts';
import { isDefault } from '../network/routes.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'without' | 'set-gateway' | 'add-subnet';

export const defaultRoutePresent = defineRule({
  id: 'default-route-present',
  severity: 'warning',
  pack: 'routing',
  catalogue: ['RTE-03'],
  per: 'lab',
  summary: 'Machines on a segment with a router have a default route, or routes of their own.',
  why: 'They speak to their neighbours and to nobody else, and no answer of theirs gets past the router.',
  source: 'RFC 1122 section 3.3.1.1',
  messages: {
    without:
      '{count|machine|machines} on {prefix} have no default route ({who}): nothing they send gets past {router}. Give the subnet its gateway.',
    'set-gateway': 'Make {gateway} the gateway of {prefix}',
    'add-subnet': 'Add the subnet {prefix} with the gateway {gateway}',
  },
  examples: {
    good: [
      'vm a 10.0.0.5/24\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\na -- r.eth0\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
      'vm a 10.0.0.5/24\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\na -- r.eth0\nroute a 0.0.0.0/0 via=10.0.0.1',
      '# It has been given the ways that it shall have.\nvm a 10.0.0.5/24\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\na -- r.eth0\nroute a 10.0.1.0/24 via=10.0.0.1',
      '# DHCP tells it.\nvm a dhcp=true\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\na -- r.eth0',
      '# The router leads nowhere else.\nvm a 10.0.0.5/24\nrouter r 10.0.0.1/24\na -- r',
      'vm a 10.0.0.5/24\nvm b 10.0.0.6/24\na -- b',
      '# A second card for storage; the first knows the way.\nvm a 10.0.0.5/24\nport a.eth1 10.9.0.5/24\nrouter r 10.0.0.1/24\nport r.eth1 10.9.0.1/24\na.eth0 -- r.eth0\na.eth1 -- r.eth1\nsubnet 10.0.0.0/24 gateway=10.0.0.1\nsubnet 10.9.0.0/24',
      '# The host has other ways, which are not drawn.\nhost h 192.168.56.1/24 virtual=true\nrouter r 192.168.56.2/24\nport r.eth1 10.0.0.1/24\nh -- r.eth0',
      '# IPv6 routers announce themselves.\nvm a 2001:db8::5/64\nrouter r 2001:db8::1/64\nport r.eth1 2001:db8:1::1/64\na -- r.eth0',
    ],
    bad: [
      {
        lab: 'vm a 10.0.0.5/24\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nvm b 10.0.1.5/24\na -- r.eth0\nr.eth1 -- b\nsubnet 10.0.0.0/24\nsubnet 10.0.1.0/24 gateway=10.0.1.1',
        reports: ['without'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\nrouter n 10.0.0.1/24 engine=nat\na -- s\nb -- s\nn -- s',
        reports: ['without'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const interfacesOf = groupBy(Object.entries(topology.interfaces), ([, row]) => row.device);
    const asks = (device: string): boolean =>
      (interfacesOf.get(device) ?? []).some(([, row]) => row.dhcp === true);
    const routed = new Set(Object.values(topology.routes).map(({ device }) => device));
    const leads = (device: string): boolean =>
      leadsOn(topology, network, device, interfacesOf.get(device) ?? []);
    for (const segment of network.segments) {
      const routers = segment.addresses.filter(
        ({ cidr, device }) => cidr.address.version === 4 && forwards(topology, device) && leads(device),
      );
      if (routers.length === 0) continue;
      const lost = segment.addresses.filter(
        (held) =>
          isEnd(topology, held) &&
          !routed.has(held.device) &&
          !asks(held.device) &&
          !network
            .routesOf(held.device)
            .some((route) => isDefault(route) && route.destination.address.version === 4),
      );
      const byPrefix = groupBy(lost, ({ cidr }) => formatCidr(prefixOf(cidr)));
      for (const [prefix, machines] of byPrefix) {
        const [first] = machines;
        const router = first && routers.find(({ cidr }) => contains(prefixOf(first.cidr), cidr.address));
        const subnet = first && segment.subnets.find((one) => formatCidr(one.prefix) === prefix);
        // A gateway that does not help is told at the gateway.
        if (!first || !router || subnet?.gateway) continue;
        yield {
          message: 'without',
          values: {
            count: new Set(machines.map(({ device }) => device)).size,
            who: sayInterface(topology, first.interface),
            prefix,
            router: sayInterface(topology, router.interface),
          },
          at: subnet ? { table: 'subnets', row: subnet.id, field: 'gateway' } : placeOfAddress(first),
          fixes: [gatewayFix(topology, subnet?.id, prefix, router)],
        };
      }
    }
  },
});

/** A machine's own IPv4 address in a subnet; a host's only where the port is a physical one. */
function isEnd(topology: Topology, { cidr, device, interface: id }: HeldAddress): boolean {
  const kind = rowOf(topology.devices, device)?.kind;
  const ends = kind === 'vm' || (kind === 'host' && rowOf(topology.interfaces, id)?.virtual !== true);
  return ends && cidr.address.version === 4 && cidr.length < bitsOf(4) && !isLinkLocal(cidr.address);
}

/** Whether a router has somewhere else to send to. */
function leadsOn(
  topology: Topology,
  network: Network,
  device: string,
  rows: readonly (readonly [id: string, row: { readonly shares?: string | undefined }])[],
): boolean {
  if (rowOf(topology.devices, device)?.engine === 'nat') return true;
  const segments = new Set<Segment>(rows.flatMap(([id]) => network.segmentOf.get(id) ?? []));
  return segments.size > 1;
}

function gatewayFix(
  topology: Topology,
  subnet: string | undefined,
  prefix: string,
  router: HeldAddress,
): FindingFix<Words> {
  const gateway = formatAddress(router.cidr.address);
  const values = { gateway, prefix };
  if (subnet !== undefined) {
    const change = setFields(topology, 'subnets', subnet, { gateway });
    return { label: 'set-gateway', values, safety: 'choice', change };
  }
  let id = 'subnet1';
  for (let number = 2; rowOf(topology.subnets, id); number++) id = `subnet${number}`;
  const change = { subnets: { [id]: { after: { prefix, gateway } } } };
  return { label: 'add-subnet', values, safety: 'choice', change };
}

import { rowOf } from '../base/by-id.ts';
import { addressKey, formatAddress, formatCidr, parseCidr } from '../ip/address.ts';
import { contains, isLinkLocal, parsePrefix } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { Network } from '../network/network.ts';
import { nextHopOf } from '../network/next-hops.ts';
import { setFields, useRouter } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'nowhere' | 'elsewhere' | 'other-interface' | 'use-router' | 'drop-interface';

export const nextHopOnLink = defineRule({
  id: 'next-hop-on-link',
  severity: 'error',
  pack: 'routing',
  catalogue: ['RTE-02'],
  per: 'row',
  summary: 'The next hop of a route lies in a network that the device is on.',
  why: 'A device cannot ask for a neighbour that is not on one of its wires: the route is refused or never used.',
  source: 'RFC 1812 section 5.2.4.2',
  messages: {
    nowhere:
      '{device} cannot reach the next hop {via}: it has no address there. Give it one, or name a neighbour.',
    elsewhere: '{device} cannot reach the next hop {via}: it is on {connected}. Name a router there.',
    'other-interface': 'The next hop {via} is not on {interface}, by which the route leaves.',
    'use-router': 'Go by way of {via} ({who})',
    'drop-interface': 'Leave the interface to the next hop',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 0.0.0.0/0 via=10.0.0.1',
      'router r 10.0.0.2/24\nroute r 0.0.0.0/0 via=172.31.1.1 interface=r.eth0 onLink=true',
      'router r 2001:db8::2/64\nroute r ::/0 via=fe80::1 interface=r.eth0',
      '# What DHCP will give is not known.\nrouter r dhcp=true\nroute r 0.0.0.0/0 via=10.0.0.1',
      '# An unplugged cable withdraws the route; that is no mistake of the route.\nrouter r 10.0.0.2/24 connected=false\nroute r 0.0.0.0/0 via=10.0.0.1',
      '# Of the other IP version: that is told with how the route is written.\nrouter r 10.0.0.2/24\nroute r 10.5.0.0/16 via=2001:db8::1',
      '# Its own address is a finding of another rule.\nrouter r 10.0.0.2/32\nroute r 0.0.0.0/0 via=10.0.0.2',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 0.0.0.0/0 via=10.0.1.1',
        reports: ['elsewhere'],
      },
      { lab: 'router r\nroute r 0.0.0.0/0 via=10.0.1.1', reports: ['nowhere'] },
      {
        lab: 'router r 10.0.0.2/24\nport r.eth1 10.0.1.2/24\nroute r 0.0.0.0/0 via=10.0.1.1 interface=r.eth0',
        reports: ['other-interface'],
      },
      { lab: 'router r 10.0.0.2/32\nroute r 0.0.0.0/0 via=10.0.0.1', reports: ['elsewhere'] },
    ],
  },
  *check(subject, { topology, network }): Generator<Finding<Words>> {
    if (subject.table !== 'routes' || subject.row.onLink === true) return;
    const { id, row } = subject;
    const via = nextHopOf(row);
    const device = rowOf(topology.devices, row.device);
    if (!via || !device || isLinkLocal(via)) return;
    const destination = parsePrefix(row.destination);
    if (destination && destination.address.version !== via.version) return;
    if (network.owners.get(addressKey(via))?.some((held) => held.device === row.device)) return;
    const own = network
      .routesOf(row.device)
      .flatMap(({ origin, destination, interface: port }) =>
        origin === 'connected' && port !== undefined ? [{ port, prefix: destination }] : [],
      );
    const holding = own.filter(({ prefix }) => contains(prefix, via));
    const at = { table: 'routes', row: id, field: 'via' } as const;
    if (holding.length > 0) {
      const out = row.interface;
      const foreign = rowOf(topology.interfaces, out)?.device !== row.device;
      if (out === undefined || foreign || holding.some(({ port }) => port === out)) return;
      yield {
        message: 'other-interface',
        values: { via: formatAddress(via), interface: rowOf(topology.interfaces, out)?.name ?? out },
        at,
        fixes: [
          {
            label: 'drop-interface',
            safety: 'choice',
            change: setFields(topology, 'routes', id, { interface: undefined }),
          },
        ],
      };
      return;
    }
    if (device.engine === 'nat' || mayGetThere(topology, network, row.device)) return;
    const connected = own
      .filter(({ prefix }) => prefix.address.version === via.version)
      .map(({ prefix }) => formatCidr(prefix));
    yield {
      message: connected.length === 0 ? 'nowhere' : 'elsewhere',
      values: { device: device.name, via: formatAddress(via), connected: connected.join(', ') },
      at,
      fixes: useRouter(topology, network, id, via.version).filter(({ values }) => {
        const offered = parseCidr(`${values?.['via']}/${via.version === 4 ? 32 : 128}`);
        return offered && own.some(({ prefix }) => contains(prefix, offered.address));
      }),
    };
  },
});

/** Whether DHCP may give the device an address beside the next hop: nobody can tell before it has. */
function mayGetThere(topology: Topology, network: Network, device: string): boolean {
  return Object.entries(topology.interfaces).some(
    ([id, row]) =>
      row.device === device && row.dhcp === true && (network.segmentOf.has(id) || row.parent !== undefined),
  );
}

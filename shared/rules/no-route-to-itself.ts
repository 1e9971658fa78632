import { rowOf } from '../base/by-id.ts';
import { addressKey, formatAddress } from '../ip/address.ts';
import { isLinkLocal } from '../ip/prefix.ts';
import { nextHopOf } from '../network/next-hops.ts';
import { useRouter } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noRouteToItself = defineRule({
  id: 'no-route-to-itself',
  severity: 'error',
  pack: 'routing',
  catalogue: ['RTE-01'],
  per: 'row',
  summary: "The next hop of a route is not one of the device's own addresses.",
  why: 'Systems refuse such a route, so what it was for has no way at all.',
  source: 'RFC 1812 section 5.2.4.2',
  messages: {
    itself: '{via} is {device} itself: the next hop is the router after it. Name that one.',
    'use-router': 'Go by way of {via} ({who})',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 0.0.0.0/0 via=10.0.0.1',
      '# A neighbour may have the same link-local address on another wire.\nrouter r fe80::1/64\nport r.eth1 fe80::2/64\nroute r ::/0 via=fe80::1 interface=r.eth1',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 0.0.0.0/0 via=10.0.0.2',
        reports: ['itself'],
      },
      {
        lab: 'router r 10.0.0.2/24\nport r.eth1 10.0.1.1/24\nroute r 10.5.0.0/16 via=10.0.1.1',
        reports: ['itself'],
      },
    ],
  },
  *check(subject, { topology, network }) {
    if (subject.table !== 'routes') return;
    const { id, row } = subject;
    const via = nextHopOf(row);
    if (!via || isLinkLocal(via)) return;
    const holders = network.owners.get(addressKey(via)) ?? [];
    if (!holders.some(({ device }) => device === row.device)) return;
    yield {
      message: 'itself',
      values: { via: formatAddress(via), device: rowOf(topology.devices, row.device)?.name ?? row.device },
      at: { table: 'routes', row: id, field: 'via' },
      fixes: useRouter(topology, network, id, via.version),
    };
  },
});

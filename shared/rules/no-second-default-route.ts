import { rowOf } from '../base/by-id.ts';
import { equalRoutes, sameWay } from '../network/next-hops.ts';
import { standBy } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noSecondDefaultRoute = defineRule({
  id: 'no-second-default-route',
  severity: 'warning',
  pack: 'routing',
  catalogue: ['RTE-04'],
  per: 'lab',
  summary: 'A device has one default route of each metric.',
  why: 'Some systems refuse the second, others use it half of the time: answers come back by a way that nobody expects.',
  source: 'RFC 1812 section 5.2.4.3',
  messages: {
    second:
      '{device} has two default routes with metric {metric}: only the first counts. Give the other a higher metric.',
    'first-here': 'This one counts: it comes first.',
    wait: 'Give this one metric {metric}, as a standby',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r ::/0 via=fe80::1 interface=r.eth0',
      'router r 10.0.0.2/24\nport r.eth1 10.0.1.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 0.0.0.0/0 via=10.0.1.1 metric=101',
      'router r 10.0.0.2/24 vrf=red\nport r.eth1 10.0.1.2/24 vrf=blue\nroute r 0.0.0.0/0 via=10.0.0.1 interface=r.eth0\nroute r 0.0.0.0/0 via=10.0.1.1 interface=r.eth1',
      'router r 10.0.0.2/24 vrf=red\nport r.eth1 10.0.1.2/24 vrf=blue\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 0.0.0.0/0 via=10.0.1.1',
      '# The very same route twice is a finding of another rule.\nrouter r 10.0.0.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 0.0.0.0/0 via=10.0.0.1',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.2/24\nport r.eth1 10.0.1.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 0.0.0.0/0 via=10.0.1.1',
        reports: ['second'],
      },
      {
        lab: 'vm a 10.0.0.2/24\nroute a 0.0.0.0/0 via=10.0.0.1 metric=101\nroute a 0.0.0.0/0 via=10.0.0.4\nroute a 0.0.0.0/0 via=10.0.0.3 metric=1',
        reports: ['second'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    for (const [first, ...others] of equalRoutes(topology, network)) {
      for (const { id, row, isDefault } of others) {
        if (!first || !isDefault || sameWay(first.row, row)) continue;
        const device = rowOf(topology.devices, row.device)?.name ?? row.device;
        yield {
          message: 'second',
          values: { device, metric: row.metric ?? 1 },
          at: { table: 'routes', row: id, field: 'metric' },
          related: [{ at: { table: 'routes', row: first.id }, message: 'first-here' }],
          fixes: standBy(topology, id),
        };
      }
    }
  },
});

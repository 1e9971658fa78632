import { rowOf } from '../base/by-id.ts';
import { equalRoutes, sameWay } from '../network/next-hops.ts';
import { standBy } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'twin' | 'rival' | 'first-here' | 'remove' | 'wait';

export const noDuplicateRoute = defineRule({
  id: 'no-duplicate-route',
  severity: 'warning',
  pack: 'routing',
  catalogue: ['RTE-04'],
  per: 'lab',
  summary: 'A device has one route to a destination with one metric.',
  why: 'Linux refuses the second ("File exists"), and a setup that stops at the first failure leaves the rest undone.',
  source: 'RFC 1812 section 5.2.4.3; ip-route(8)',
  messages: {
    twin: '{device} has the same route to {destination} twice. Remove one.',
    rival:
      '{device} has two routes to {destination} with metric {metric}: only the first counts. Give the other a higher metric, or remove it.',
    'first-here': 'This one counts: it comes first.',
    remove: 'Remove this one',
    wait: 'Give this one metric {metric}, as a standby',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=10.0.0.1\nroute r 10.5.0.0/24 via=10.0.0.3\nroute r 10.5.0.0/16 via=10.0.0.3 metric=20',
      'router r 10.0.0.2/24\nrouter q 10.0.0.3/24\nroute r 10.5.0.0/16 via=10.0.0.1\nroute q 10.5.0.0/16 via=10.0.0.1',
      '# Two ways to everywhere are a finding of another rule.\nrouter r 10.0.0.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 0.0.0.0/0 via=10.0.0.3',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=10.0.0.1\nroute r 10.5.0.0/16 via=10.0.0.1 metric=1',
        reports: ['twin'],
      },
      {
        lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=10.0.0.1\nroute r 10.5.0.0/16 via=10.0.0.3',
        reports: ['rival'],
      },
      {
        lab: '# The same network in other words.\nrouter r fd00::2/64\nroute r fd00:5::/32 via=fd00::1\nroute r FD00:5:0::/32 via=fd00::3',
        reports: ['rival'],
      },
      {
        lab: 'vm a 10.0.0.2/24\nroute a 0.0.0.0/0 via=10.0.0.1\nroute a 0.0.0.0/0 via=10.0.0.1',
        reports: ['twin'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    for (const [first, ...others] of equalRoutes(topology, network)) {
      for (const { id, row, isDefault } of others) {
        if (!first) continue;
        const twin = sameWay(first.row, row);
        if (isDefault && !twin) continue;
        const device = rowOf(topology.devices, row.device)?.name ?? row.device;
        const remove = { routes: { [id]: { before: row } } };
        yield {
          message: twin ? 'twin' : 'rival',
          values: { device, destination: row.destination, metric: row.metric ?? 1 },
          at: { table: 'routes', row: id, field: twin ? undefined : 'metric' },
          related: [{ at: { table: 'routes', row: first.id }, message: 'first-here' }],
          fixes: [
            ...(twin ? [] : standBy(topology, id)),
            { label: 'remove', safety: twin ? 'safe' : 'choice', change: remove },
          ],
        };
      }
    }
  },
});

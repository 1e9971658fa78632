import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { cables, peersOf } from '../network/cables.ts';
import { isSwitchPort } from '../network/ports.ts';
import { runsSpanningTree } from '../network/spanning-tree.ts';
import { sayDevice, sayInterface, setFieldsOfAll } from './fixes.ts';
import { defineRule } from './rule.ts';

export const edgeGuarded = defineRule({
  id: 'edge-guarded',
  severity: 'hint',
  pack: 'l2',
  catalogue: ['L2-07'],
  per: 'lab',
  summary: 'Edge ports of a spanning tree have BPDU guard.',
  why: 'Whoever plugs a switch into an edge port can make a loop, or become the root of the whole tree.',
  source: 'Cisco, spanning tree PortFast BPDU guard enhancement',
  messages: {
    bare: '{count|edge port|edge ports} of {switch}, first {who}, without BPDU guard: turn it on, so that a switch plugged in there is shut out.',
    guard: 'Turn on BPDU guard at {count|edge port|edge ports} of {switch}',
  },
  examples: {
    good: [
      'switch s stpMode=rstp\nvm a\nport s.p1 edge=true bpduGuard=true\ns.p1 -- a',
      'switch s stpMode=rstp\nvm a\na -- s',
      'switch s\nvm a\nport s.p1 edge=true\ns.p1 -- a',
    ],
    bad: [
      {
        lab: 'switch s stpMode=rstp\nvm a\nport s.p1 edge=true\nport s.p2 edge=true\nport s.p3 edge=true bpduGuard=true\ns.p1 -- a',
        reports: ['bare'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const edges = sortedRows(topology.interfaces).filter(
      ([, row]) => row.edge === true && row.bpduGuard !== true && isSwitchPort(topology, row),
    );
    if (edges.length === 0) return;
    const peers = peersOf(cables(topology));
    // A switch behind it is another rule's: guard would shut the port.
    const bare = edges.filter(([id]) => peers.get(id)?.switchPort !== true);
    for (const [device, ports] of groupBy(bare, ([, row]) => row.device)) {
      const [first] = ports;
      if (!first || !runsSpanningTree(rowOf(topology.devices, device))) continue;
      const values = { count: ports.length, switch: sayDevice(topology, device) };
      yield {
        message: 'bare',
        values: { ...values, who: sayInterface(topology, first[0]) },
        at: { table: 'interfaces', row: first[0], field: 'bpduGuard' },
        fixes: [
          {
            label: 'guard',
            values,
            safety: 'choice',
            change: setFieldsOfAll(
              topology,
              'interfaces',
              ports.map(([id]) => id),
              { bpduGuard: true },
            ),
          },
        ],
      };
    }
  },
});

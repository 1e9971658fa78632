import { cables, sides } from '../network/cables.ts';
import { endsAtUplinks, runsSpanningTree } from '../network/spanning-tree.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noEdgeToSwitch = defineRule({
  id: 'no-edge-to-switch',
  severity: 'warning',
  pack: 'l2',
  catalogue: ['L2-06'],
  per: 'lab',
  summary: 'An edge port of a spanning tree leads to a machine, not to a switch.',
  why: 'An edge port forwards at once, so a loop behind it storms before the spanning tree has heard of it; with BPDU guard the port is shut.',
  source: 'IEEE 802.1D-2004 section 17.3.4, operEdge',
  messages: {
    edge: '{who} is an edge port, but the switch {other} is behind it: make it an ordinary port.',
    ordinary: 'Make {who} an ordinary port',
  },
  examples: {
    good: [
      'switch s stpMode=rstp\nvm a\nport s.p1 edge=true bpduGuard=true\ns.p1 -- a',
      'switch s stpMode=rstp\nswitch t stpMode=rstp\ns -- t',
      'switch s\nswitch t\nport s.p1 edge=true\nt -- s.p1',
      // A switch of vSphere passes no frame from one uplink to another, and sends no BPDU.
      'host h platform=vsphere\nswitch s physical=true stpMode=rstp\nswitch v on=h\nport s.p1 edge=true mode=trunk\nport v.up mode=trunk\ns.p1 -- v.up',
    ],
    bad: [
      {
        lab: 'switch s stpMode=rstp\nswitch t stpMode=rstp\nport s.p1 edge=true\nport t.p1\ns.p1 -- t.p1',
        reports: ['edge'],
      },
      {
        lab: 'switch s stpMode=rstp\nswitch t\nport s.p1 edge=true bpduGuard=true\nport t.p1\ns.p1 -- t.p1',
        reports: ['edge'],
      },
    ],
  },
  *check(_lab, { topology }) {
    for (const [near, far] of cables(topology).flatMap(sides)) {
      const isEdge = near.switchPort && near.row.edge === true && runsSpanningTree(near.device);
      if (!isEdge || !far.switchPort || endsAtUplinks(topology, far.device)) continue;
      const who = sayInterface(topology, near.id);
      yield {
        message: 'edge',
        values: { who, other: far.device.name },
        at: { table: 'interfaces', row: near.id, field: 'edge' },
        fixes: [
          {
            label: 'ordinary',
            values: { who },
            // Until it forwards it listens for some seconds; nothing else changes.
            safety: 'safe',
            change: setFields(topology, 'interfaces', near.id, { edge: undefined }),
          },
        ],
      };
    }
  },
});

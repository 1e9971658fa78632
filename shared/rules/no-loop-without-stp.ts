import { groupBy, rowOf } from '../base/by-id.ts';
import { formatVlanIds } from '../ip/vlan-set.ts';
import type { Topology } from '../model/topology.ts';
import { endsAtUplinks, runsSpanningTree } from '../network/spanning-tree.ts';
import { sayDevices, setFieldsOfAll } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'itself' | 'tagged' | 'untagged' | 'turn-on' | 'remove-cable';

export const noLoopWithoutStp = defineRule({
  id: 'no-loop-without-stp',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-08'],
  per: 'lab',
  summary: 'Every switch of a loop runs a spanning tree.',
  why: 'One broadcast goes round for ever: some 20,000 frames a second at every port until a cable is pulled.',
  source: 'IEEE 802.1D-2004 section 17.1',
  messages: {
    tagged:
      'The cables between {path} form a loop in VLAN {vlans}, and there is no spanning tree on {silent}: turn it on, or take a cable away.',
    untagged:
      'The cables between {path} form a loop, and there is no spanning tree on {silent}: turn it on, or take a cable away.',
    itself:
      'A cable leads from {path} back to {path}, and there is no spanning tree there: turn it on, or take the cable away.',
    'turn-on': 'Run {mode} on {silent}',
    'remove-cable': 'Take away the cable that closes the loop',
  },
  examples: {
    good: [
      'switch s stpMode=rstp stpPriority=4096\nswitch t stpMode=rstp\ns -- t\ns -- t',
      'switch s\nswitch t\nswitch u\ns -- t\nt -- u',
      'switch s\nswitch t\nport s.p1\nport s.p2\nport t.p1\nport t.p2\ns.p1 -- t.p1\ns.p2 -- t.p2\nbond s b1 members=s.p1,s.p2 mode=lacp\nbond t b1 members=t.p1,t.p2 mode=lacp',
      'switch s\nswitch t\ns -- t vlan=10\ns -- t vlan=20',
      // Two uplinks of a vSphere switch: it passes nothing from one to the other.
      'host h platform=vsphere\nswitch v on=h\nswitch s physical=true\nv -- s\nv -- s',
      'switch s\nswitch t\ns -- t\nport s.p2 connected=false\nport t.p2\ns.p2 -- t.p2',
    ],
    bad: [
      { lab: 'switch s\nswitch t\ns -- t\ns -- t', reports: ['tagged'] },
      {
        lab: 'switch s stpMode=rstp stpPriority=4096\nswitch t stpMode=rstp\nswitch u\ns -- t\nt -- u\nu -- s',
        reports: ['tagged'],
      },
      { lab: 'switch s vlanAware=false\nswitch t vlanAware=false\ns -- t\ns -- t', reports: ['untagged'] },
      { lab: 'switch s\nport s.p1\nport s.p2\ns.p1 -- s.p2', reports: ['itself'] },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    // The same cables are a loop in each VLAN that they carry.
    const ways = groupBy(network.loops, ({ links }) => [...links].sort().join(' '));
    for (const same of ways.values()) {
      const [first] = same;
      const closing = first?.links.at(-1);
      if (!first || closing === undefined) continue;
      const silent = first.switches.filter((id) => !runsSpanningTree(rowOf(topology.devices, id)));
      const isCut = first.switches.some((id) => endsAtUplinks(topology, rowOf(topology.devices, id)));
      if (silent.length === 0 || isCut) continue;
      const ids = same.flatMap(({ vlan }) => vlan ?? []);
      const values = {
        path: sayDevices(topology, first.switches),
        silent: sayDevices(topology, silent),
      };
      const isTagged = first.switches.length > 1 && same.every(({ vlan }) => vlan !== undefined);
      yield {
        message: first.switches.length < 2 ? 'itself' : isTagged ? 'tagged' : 'untagged',
        values: isTagged ? { ...values, vlans: formatVlanIds(ids) } : values,
        at: { table: 'links', row: closing },
        fixes: [turnOn(topology, first.switches, silent), ...removeCable(topology, closing)],
      };
    }
  },
});

/** The kind of spanning tree that the others run, else the rapid one. */
function turnOn(
  topology: Topology,
  switches: readonly string[],
  silent: readonly string[],
): FindingFix<Words> {
  const modes = switches.flatMap((id) => {
    const device = rowOf(topology.devices, id);
    return runsSpanningTree(device) ? (device?.stpMode ?? []) : [];
  });
  const mode = modes[0] ?? 'rstp';
  const change = setFieldsOfAll(topology, 'devices', silent, { stpMode: mode });
  return {
    label: 'turn-on',
    values: { mode: mode.toUpperCase(), silent: sayDevices(topology, silent) },
    safety: 'choice',
    change,
  };
}

function removeCable(topology: Topology, link: string): FindingFix<Words>[] {
  const before = rowOf(topology.links, link);
  return before
    ? [{ label: 'remove-cable', safety: 'choice', change: { links: { [link]: { before } } } }]
    : [];
}

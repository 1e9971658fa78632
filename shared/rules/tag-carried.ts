import { groupBy, sortedRows } from '../base/by-id.ts';
import { formatVlanIds, isVlanId, parseVlanSet, vlanIdsOf } from '../ip/vlan-set.ts';
import type { Interface, Topology } from '../model/topology.ts';
import { cables, carriesVlan, type CableEnd, isTrunk, peersOf } from '../network/cables.ts';
import { accessVlan } from '../network/ports.ts';
import { allowVlans, sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'access' | 'missing' | 'native' | 'make-trunk' | 'allow' | 'send-tagged';

export const tagCarried = defineRule({
  id: 'tag-carried',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-12'],
  per: 'lab',
  summary: 'The switch port that an interface is cabled to carries the tags of its sub-interfaces.',
  why: 'A router on a stick loses one of its networks: the switch drops the frames with that tag on the way in.',
  source: 'IEEE 802.1Q-2022 section 8.6.2, ingress',
  messages: {
    access: '{who} sends frames with tag {tag}, which the access port {port} drops: make the port a trunk.',
    missing: '{who} sends frames with tag {tag}, which {port} does not allow: allow VLAN {tag} there.',
    native:
      '{who} waits for frames with tag {tag}, which is the native VLAN of {port} and leaves it without a tag: send it with one.',
    'make-trunk': 'Make {port} a trunk for VLAN {vlans}',
    allow: 'Allow VLAN {tag} on {port}',
    'send-tagged': 'Send VLAN {tag} with a tag at {port}',
  },
  examples: {
    good: [
      'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s mode=trunk allowedVlans=10',
      'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s mode=trunk nativeVlan=99',
      'switch s vlanAware=false\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s',
      'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nrouter q\nport q.v10 10.0.0.2/24 parent=q.eth0 tag=10\nr -- q',
      'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10',
    ],
    bad: [
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s vlan=10',
        reports: ['access'],
      },
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nport r.v20 10.0.1.1/24 parent=r.eth0 tag=20\nr -- s mode=trunk allowedVlans=10',
        reports: ['missing'],
      },
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s mode=trunk nativeVlan=10 allowedVlans=10',
        reports: ['native'],
      },
    ],
  },
  *check(_lab, { topology }): Generator<Finding<Words>> {
    const all = cables(topology);
    const portsAt = switchPortsAt(topology, peersOf(all));
    const subsOf = groupBy(sortedRows(topology.interfaces), ([, row]) => row.parent);
    for (const [parent, subs] of subsOf) {
      if (parent === undefined) continue;
      for (const port of portsAt(parent)) {
        for (const [id, { tag }] of subs) {
          if (tag === undefined || !isVlanId(tag)) continue;
          const problem = problemOf(port, tag);
          if (!problem) continue;
          const values = { who: sayInterface(topology, id), tag, port: sayInterface(topology, port.id) };
          yield {
            message: problem,
            values,
            at: { table: 'interfaces', row: id, field: 'tag' },
            fixes: [fixFor(topology, problem, port, tag, parent, subs)],
          };
        }
      }
    }
  },
});

/** The ports of VLAN-aware switches that an interface is cabled to; several where it stands for a bond. */
function switchPortsAt(
  topology: Topology,
  peers: ReadonlyMap<string, CableEnd>,
): (id: string) => readonly CableEnd[] {
  const membersOf = new Map(
    Object.values(topology.bonds).flatMap((bond) => {
      const whole = bond.interface ?? bond.members[0];
      return whole === undefined ? [] : [[whole, bond.members] as const];
    }),
  );
  return (id) =>
    (membersOf.get(id) ?? [id]).flatMap((member) => {
      const peer = peers.get(member);
      return peer?.switchPort && peer.device.vlanAware !== false ? [peer] : [];
    });
}

function problemOf(port: CableEnd, tag: number): 'access' | 'missing' | 'native' | undefined {
  if (!isTrunk(port)) return 'access';
  if (port.row.nativeVlan === tag) return 'native';
  return carriesVlan(port, tag) ? undefined : 'missing';
}

function fixFor(
  topology: Topology,
  problem: 'access' | 'missing' | 'native',
  port: CableEnd,
  tag: number,
  parent: string,
  subs: readonly (readonly [string, Interface])[],
): FindingFix<Words> {
  const at = { port: sayInterface(topology, port.id), tag };
  if (problem === 'missing') {
    // The tag goes nowhere today; whoever made the sub-interface meant it to arrive.
    return { label: 'allow', values: at, safety: 'safe', change: allowVlans(topology, port.id, [tag]) };
  }
  if (problem === 'native') {
    const listed = vlanIdsOf(parseVlanSet(port.row.allowedVlans ?? 'all'));
    const change = setFields(topology, 'interfaces', port.id, {
      nativeVlan: undefined,
      ...(listed && { allowedVlans: formatVlanIds([...listed, tag]) }),
    });
    return { label: 'send-tagged', values: at, safety: 'choice', change };
  }
  const own = topology.interfaces[parent];
  const speaksUntagged = (own?.addresses ?? []).length > 0 || own?.dhcp === true;
  const native = speaksUntagged ? accessVlan(port.row) : undefined;
  const tags = subs.flatMap(([, row]) => (row.tag === undefined || row.tag === native ? [] : [row.tag]));
  const vlans = formatVlanIds(native === undefined ? tags : [...tags, native]);
  const change = setFields(topology, 'interfaces', port.id, {
    mode: 'trunk',
    vlan: undefined,
    nativeVlan: native,
    allowedVlans: vlans,
  });
  return { label: 'make-trunk', values: { port: at.port, vlans }, safety: 'choice', change };
}

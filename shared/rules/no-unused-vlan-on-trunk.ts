import { groupBy, sortedRows } from '../base/by-id.ts';
import { formatVlanIds, parseVlanSet, vlanIdsOf } from '../ip/vlan-set.ts';
import type { Topology } from '../model/topology.ts';
import { type Cable, cables, isTrunk, sides } from '../network/cables.ts';
import { vlanGaps } from '../network/trunks.ts';
import { bridgeKey, segmentOfBridge } from '../network/ways.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noUnusedVlanOnTrunk = defineRule({
  id: 'no-unused-vlan-on-trunk',
  severity: 'hint',
  pack: 'vlan',
  catalogue: ['VLAN-10'],
  per: 'lab',
  summary: 'The list of allowed VLANs of a trunk names no VLAN that nobody behind the trunk is in.',
  why: 'Broadcasts of that VLAN are flooded over the cable for nothing, and a slip there opens a way nobody meant.',
  source: 'Garimella et al., characterizing VLAN usage (2007)',
  messages: {
    unused:
      '{who} allows {count|VLAN|VLANs} without members on both sides of the cable: {vlans}. Take that out of the list.',
    prune: 'Allow only VLAN {kept} on {who}',
  },
  examples: {
    good: [
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk nativeVlan=99 allowedVlans=10,99',
      'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s mode=trunk allowedVlans=10',
      // What a guest behind a trunk does with tags is its own affair.
      'switch s\nvm a\na -- s mode=trunk allowedVlans=10,20',
      'switch s\nport s.p1 mode=trunk allowedVlans=10-20',
      'switch s\nswitch t\ns -- t mode=trunk allowedVlans=10,20',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=1-4094',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\nport s.p9 mode=trunk nativeVlan=99 allowedVlans=10,99\nport t.p9 mode=trunk nativeVlan=99 allowedVlans=99\ns.p9 -- t.p9',
    ],
    bad: [
      {
        lab: 'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=10,20-29',
        reports: ['unused', 'unused'],
      },
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nvm a 10.0.0.2/24\na -- s vlan=10\nr -- s mode=trunk allowedVlans=10,20\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['unused'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const all = cables(topology);
    const listed = all.flatMap((cable) =>
      sides(cable).flatMap(([near, far]) => {
        const ids = isTrunk(near) ? vlanIdsOf(parseVlanSet(near.row.allowedVlans ?? 'all')) : undefined;
        // A list of all of them is how some write `all`.
        return ids && ids.length < 4093 ? [{ cable, near, far, ids }] : [];
      }),
    );
    if (listed.length === 0) return;
    const tagsOf = tagsOn(topology);
    const unknown = unknownVlans(all, tagsOf);
    const segmentOf = segmentOfBridge(network);
    const { ways } = network;
    // A VLAN that falls apart is not unused: `vlan-on-every-trunk` says where it is stopped.
    const broken = new Set(vlanGaps(topology, network).map(({ vlan }) => vlan));
    for (const { cable, near, far, ids } of listed) {
      const own = new Set([...(tagsOf.get(far.id) ?? []), near.row.nativeVlan]);
      const isUsed = (vlan: number): boolean => {
        const segment = segmentOf.get(bridgeKey(near.row.device, vlan));
        const onTheWay = segment !== undefined && ways.get(segment)?.has(cable.link) === true;
        return onTheWay || own.has(vlan) || broken.has(vlan) || unknown(vlan);
      };
      const unused = ids.filter((vlan) => !isUsed(vlan));
      // Where nothing passes yet, the lab is not drawn to its end.
      if (unused.length === 0 || unused.length === ids.length) continue;
      const who = sayInterface(topology, near.id);
      const kept = formatVlanIds(ids.filter(isUsed));
      yield {
        message: 'unused',
        values: { who, count: unused.length, vlans: formatVlanIds(unused) },
        at: { table: 'interfaces', row: near.id, field: 'allowedVlans' },
        fixes: [
          {
            label: 'prune',
            values: { who, kept },
            safety: 'choice',
            change: setFields(topology, 'interfaces', near.id, { allowedVlans: kept }),
          },
        ],
      };
    }
  },
});

/** The tags of the sub-interfaces on each interface, and on each member of the bond that it stands for. */
function tagsOn(topology: Topology): ReadonlyMap<string, readonly number[]> {
  const tagged = groupBy(sortedRows(topology.interfaces), ([, { parent }]) => parent);
  const tags = new Map<string, number[]>();
  for (const [parent, subs] of tagged) {
    if (parent !== undefined)
      tags.set(
        parent,
        subs.flatMap(([, { tag }]) => tag ?? []),
      );
  }
  for (const { interface: own, members } of Object.values(topology.bonds)) {
    const whole = own ?? members[0];
    const shared = whole === undefined ? undefined : tags.get(whole);
    for (const member of shared ? members : []) tags.set(member, shared ?? []);
  }
  return tags;
}

/** Whether a VLAN reaches something through a trunk that the lab does not say: a guest, a host or the outside world. */
function unknownVlans(
  all: readonly Cable[],
  tagsOf: ReadonlyMap<string, readonly number[]>,
): (vlan: number) => boolean {
  const open = all
    .flatMap(sides)
    .filter(([near, far]) => isTrunk(near) && !far.switchPort && !tagsOf.has(far.id))
    .map(([near]) => parseVlanSet(near.row.allowedVlans ?? 'all'));
  return (vlan) =>
    open.some((set) => set.all || set.ranges.some(([first, last]) => first <= vlan && vlan <= last));
}

import { groupBy } from '../base/by-id.ts';
import { formatVlanIds, parseVlanSet, vlanIdsOf } from '../ip/vlan-set.ts';
import { type Change, mergeChanges } from '../model/change.ts';
import type { Topology } from '../model/topology.ts';
import { type Cable, cables, isTrunk } from '../network/cables.ts';
import type { Network } from '../network/network.ts';
import { vlansInUse } from '../network/ports.ts';
import { bridgeKey } from '../network/ways.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'default' | 'used' | 'park';

export const noHostsInNativeVlan = defineRule({
  id: 'no-hosts-in-native-vlan',
  severity: 'hint',
  pack: 'vlan',
  catalogue: ['VLAN-08'],
  per: 'lab',
  summary: 'The native VLAN of a trunk between switches is neither VLAN 1 nor one with machines in it.',
  why: 'A machine in the native VLAN can send a frame with two tags, and the next switch carries it into another VLAN.',
  source: 'IEEE 802.1Q-2022 section 6.9; Cisco VLAN security white paper, double encapsulation',
  messages: {
    default:
      'The native VLAN of {count|trunk|trunks} between switches, first {who}, is the default VLAN 1: take one that nothing else uses.',
    used: 'The native VLAN {vlan} of {count|trunk|trunks} between switches, first {who}, has machines in it, such as {member}: take one that nothing else uses.',
    park: 'Make the unused VLAN {vlan} the native one there, and send VLAN {old} with a tag',
  },
  examples: {
    good: [
      'switch s\nswitch t\ns -- t mode=trunk',
      'switch s\nswitch t\nvm a 10.0.0.1/24\na -- s vlan=10\ns -- t mode=trunk nativeVlan=999',
      'switch s\nrouter r 10.0.0.1/24\nr -- s mode=trunk nativeVlan=10',
    ],
    bad: [
      { lab: 'switch s\nswitch t\ns -- t mode=trunk nativeVlan=1', reports: ['default'] },
      {
        lab: 'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk nativeVlan=10 allowedVlans=10',
        reports: ['used'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const trunks = cables(topology).filter(
      ({ ends: [a, b] }) => isTrunk(a) && isTrunk(b) && a.row.nativeVlan === b.row.nativeVlan,
    );
    const members = membersOf(network);
    for (const [native, same] of groupBy(trunks, ({ ends: [a] }) => a.row.nativeVlan)) {
      const [first] = same;
      if (native === undefined || !first) continue;
      const member = same.flatMap(({ ends }) =>
        ends.flatMap(({ row }) => members.get(bridgeKey(row.device, native)) ?? []),
      )[0];
      if (native !== 1 && member === undefined) continue;
      const parked = unusedVlan(topology);
      const values = { count: same.length, who: sayInterface(topology, first.ends[0].id) };
      yield {
        message: native === 1 ? 'default' : 'used',
        values:
          native === 1 || member === undefined
            ? values
            : { ...values, vlan: native, member: sayInterface(topology, member) },
        at: { table: 'interfaces', row: first.ends[0].id, field: 'nativeVlan' },
        fixes: [
          {
            label: 'park',
            values: { vlan: parked, old: native },
            safety: 'choice',
            change: park(topology, same, native, parked),
          },
        ],
      };
    }
  },
});

/** A member of each VLAN of a switch. */
function membersOf(network: Network): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const { bridges, interfaces } of network.segments) {
    const id = interfaces[0]?.id;
    if (id === undefined) continue;
    for (const bridge of bridges) result.set(bridgeKey(bridge.switch, bridge.vlan), id);
  }
  return result;
}

function unusedVlan(topology: Topology): number {
  const taken = new Set([...vlansInUse(topology), ...Object.values(topology.vlans).map(({ id }) => id)]);
  for (let id = 999; id > 1; id--) if (!taken.has(id)) return id;
  return 4094;
}

/** The old native VLAN goes on with a tag, so nobody is cut off. */
function park(topology: Topology, trunks: readonly Cable[], old: number, native: number): Change {
  // By id: a port that two cables are drawn to is changed once.
  const ports = new Map(trunks.flatMap(({ ends }) => ends).map(({ id, row }) => [id, row]));
  return [...ports]
    .map(([id, row]) => {
      const allowed = vlanIdsOf(parseVlanSet(row.allowedVlans ?? 'all'));
      return setFields(topology, 'interfaces', id, {
        nativeVlan: native,
        ...(allowed && { allowedVlans: formatVlanIds([...allowed, old, native]) }),
      });
    })
    .reduce<Change>(mergeChanges, {});
}

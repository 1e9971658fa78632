import { rowOf, sortedRows } from '../base/by-id.ts';
import { isVlanId } from '../ip/vlan-set.ts';
import type { Place } from '../model/design.ts';
import type { Topology } from '../model/topology.ts';
import { isSwitchPort, modeOf } from '../network/ports.ts';
import { addRow } from './fixes.ts';
import { defineRule } from './rule.ts';

export const vlanDefined = defineRule({
  id: 'vlan-defined',
  severity: 'warning',
  pack: 'vlan',
  catalogue: ['VLAN-04'],
  per: 'lab',
  summary: 'Where a lab lists its VLANs, every VLAN that a port or subnet uses is in the list.',
  why: 'A switch shuts a port whose VLAN it does not know, or the number is a slip of the pen.',
  source: 'Cisco Catalyst VLAN configuration guide: a port of a missing VLAN is inactive',
  messages: {
    missing: 'VLAN {vlan} is used here but is not among the VLANs of the lab: add it, or correct the number.',
    add: 'Add VLAN {vlan} to the lab',
  },
  examples: {
    good: [
      'switch s\nvm a\na -- s vlan=10',
      'vlan 10\nswitch s\nvm a\nvm b\na -- s vlan=10\nb -- s',
      'vlan 10\nswitch s\nswitch t\ns -- t mode=trunk allowedVlans=1-4094',
      'vlan 10\nswitch s vlanAware=false\nvm a\na -- s vlan=20',
    ],
    bad: [
      { lab: 'vlan 10\nswitch s\nvm a\nvm b\na -- s vlan=10\nb -- s vlan=20', reports: ['missing'] },
      {
        lab: 'vlan 10\nswitch s\nvm a\nvm b\na -- s vlan=20\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=30',
        reports: ['missing', 'missing'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const known = new Set(Object.values(topology.vlans).map(({ id }) => id));
    if (known.size === 0) return;
    for (const [vlan, at] of firstUses(topology)) {
      // VLAN 1 is there on every switch.
      if (vlan === 1 || known.has(vlan) || !isVlanId(vlan)) continue;
      yield {
        message: 'missing',
        values: { vlan },
        at,
        fixes: [
          {
            label: 'add',
            values: { vlan },
            safety: 'safe',
            change: addRow(topology, 'vlans', `vlan${vlan}`, { id: vlan }),
          },
        ],
      };
    }
  },
});

/** Where each VLAN is used first: as an access or native VLAN, as a tag, or by a subnet. Allowed lists are no use. */
function firstUses(topology: Topology): ReadonlyMap<number, Place> {
  const uses = new Map<number, Place>();
  const note = (vlan: number | undefined, at: Place): void => {
    if (vlan !== undefined && !uses.has(vlan)) uses.set(vlan, at);
  };
  for (const [id, row] of sortedRows(topology.interfaces)) {
    const device = rowOf(topology.devices, row.device);
    const at = (field: string): Place => ({ table: 'interfaces', row: id, field });
    if (row.parent !== undefined) note(row.tag, at('tag'));
    else if (device?.vlanAware !== false && isSwitchPort(topology, row)) {
      const field = modeOf(row, device) === 'trunk' ? 'nativeVlan' : 'vlan';
      note(row[field], at(field));
    }
  }
  for (const [id, { vlan }] of sortedRows(topology.subnets))
    note(vlan, { table: 'subnets', row: id, field: 'vlan' });
  return uses;
}

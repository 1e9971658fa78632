import { rowOf } from '../base/by-id.ts';
import { isVlanId, parseVlanSet, vlanSetHas } from '../ip/vlan-set.ts';
import { isSwitchPort, modeOf } from '../network/ports.ts';
import { allowVlans, sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const nativeVlanAllowed = defineRule({
  id: 'native-vlan-allowed',
  severity: 'warning',
  pack: 'vlan',
  catalogue: ['VLAN-09'],
  per: 'row',
  summary: 'The native VLAN of a trunk is in its list of allowed VLANs.',
  why: 'Linux carries it all the same; a Cisco switch drops its frames, so the lab works in one place and not in the other.',
  source: 'Cisco Catalyst VLAN configuration guide, allowed VLANs on a trunk',
  messages: {
    missing: '{who} has the native VLAN {vlan}, which its allowed VLANs {allowed} leave out: add it.',
    add: 'Allow VLAN {vlan} on {who}',
  },
  examples: {
    good: [
      'switch s\nport s.p1 mode=trunk nativeVlan=10',
      'switch s\nport s.p1 mode=trunk nativeVlan=10 allowedVlans=all',
      'switch s\nport s.p1 mode=trunk nativeVlan=10 allowedVlans=5-20',
      'switch s\nport s.p1 vlan=10 nativeVlan=99 allowedVlans=5',
      'switch s vlanAware=false\nport s.p1 mode=trunk nativeVlan=99 allowedVlans=5',
    ],
    bad: [{ lab: 'switch s\nport s.p1 mode=trunk nativeVlan=99 allowedVlans=10,20', reports: ['missing'] }],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces') return;
    const { nativeVlan: vlan, allowedVlans: allowed } = subject.row;
    if (vlan === undefined || allowed === undefined || !isVlanId(vlan)) return;
    const device = rowOf(topology.devices, subject.row.device);
    const isTrunk = isSwitchPort(topology, subject.row) && modeOf(subject.row, device) === 'trunk';
    if (!isTrunk || device?.vlanAware === false || vlanSetHas(parseVlanSet(allowed), vlan)) return;
    const who = sayInterface(topology, subject.id);
    yield {
      message: 'missing',
      values: { who, vlan, allowed },
      at: { table: 'interfaces', row: subject.id, field: 'allowedVlans' },
      fixes: [
        {
          label: 'add',
          values: { who, vlan },
          // A native VLAN counts as allowed already; this only writes it down.
          safety: 'safe',
          change: allowVlans(topology, subject.id, [vlan]),
        },
      ],
    };
  },
});

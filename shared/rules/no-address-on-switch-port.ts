import { rowOf } from '../base/by-id.ts';
import { isSwitchPort, modeOf } from '../network/ports.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noAddressOnSwitchPort = defineRule({
  id: 'no-address-on-switch-port',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-06'],
  per: 'row',
  summary: 'A port that passes frames on, access or trunk, has no address.',
  why: 'The switch refuses the address, or keeps it and answers nobody.',
  source: 'IEEE 802.1Q-2022 section 8.5: a bridge port has no network layer of its own',
  messages: {
    'on-access':
      '{who} is an access port and has {address}: make it a routed port, or give the address to another interface.',
    'on-trunk':
      '{who} is a trunk and has {address}: make it a routed port, or give the address to another interface.',
    dhcp: '{who} is a switch port and asks DHCP for an address: make it a routed port, or turn DHCP off.',
    'make-routed': 'Make {who} a routed port',
    remove: 'Take the address away from {who}',
  },
  examples: {
    good: [
      'switch s\nport s.p1 mode=routed 10.0.0.1/24',
      'switch s\nport s.p1 vlan=10',
      'switch s\nrouter r 10.0.0.1/24\nr -- s vlan=10',
      'switch s\nport s.p1 mode=routed\nport s.v10 10.0.0.1/24 parent=s.p1 tag=10',
    ],
    bad: [
      { lab: 'switch s\nport s.p1 10.0.0.1/24', reports: ['on-access'] },
      { lab: 'switch s\nport s.p1 mode=trunk 10.0.0.1/24 10.0.0.2/24', reports: ['on-trunk'] },
      { lab: 'switch s vlanAware=false\nport s.p1 dhcp=true', reports: ['dhcp'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces' || !isSwitchPort(topology, subject.row)) return;
    const { id, row } = subject;
    const [address] = row.addresses ?? [];
    if (address === undefined && row.dhcp !== true) return;
    const who = sayInterface(topology, id);
    const values = { who };
    const isTrunk = modeOf(row, rowOf(topology.devices, row.device)) === 'trunk';
    const routed = {
      mode: 'routed',
      vlan: undefined,
      nativeVlan: undefined,
      allowedVlans: undefined,
    } as const;
    const fixes = [
      {
        label: 'make-routed' as const,
        values,
        safety: 'choice' as const,
        change: setFields(topology, 'interfaces', id, routed),
      },
      {
        label: 'remove' as const,
        values,
        safety: 'choice' as const,
        change: setFields(topology, 'interfaces', id, { addresses: undefined, dhcp: undefined }),
      },
    ];
    const at = { table: 'interfaces', row: id } as const;
    if (address === undefined) yield { message: 'dhcp', values, at: { ...at, field: 'dhcp' }, fixes };
    else {
      yield {
        message: isTrunk ? 'on-trunk' : 'on-access',
        values: { ...values, address },
        at: { ...at, field: 'addresses.0' },
        fixes,
      };
    }
  },
});

import { isVlanId, parseVlanSet } from '../ip/vlan-set.ts';
import { rowOf } from '../base/by-id.ts';
import type { Device, Topology } from '../model/topology.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'out-of-range' | 'reserved' | 'malformed' | 'use-id' | 'use-default';

export const vlanIdInRange = defineRule({
  id: 'vlan-id-in-range',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-01'],
  per: 'row',
  summary: 'VLAN ids are 1 to 4094; Cisco keeps 1002 to 1005 for itself.',
  why: 'A tag has room for no other id: switches refuse it, or silently carry another one.',
  source: 'IEEE 802.1Q-2022 section 9.6; Cisco Catalyst VLAN configuration guide',
  messages: {
    'out-of-range': 'VLAN {id} does not exist: ids go from 1 to 4094.',
    reserved: 'VLAN {id} is reserved on Cisco switches (1002 to 1005).',
    malformed: '"{part}" in the allowed VLANs is neither an id nor a range.',
    'use-id': 'Use VLAN {id}',
    'use-default': 'Use the default, VLAN 1',
  },
  examples: {
    good: [
      'vlan 1\nvlan 4094\nvlan 1002',
      'switch s\nport s.p1 mode=trunk nativeVlan=1 allowedVlans=1,20-30,4094',
      'switch s\nport s.p1 allowedVlans=all',
      'switch s platform=cisco-ios\nport s.p1 mode=trunk allowedVlans=1-4094',
      'switch s\nport s.p1 vlan=1002',
      'router r platform=cisco-ios\nport r.v parent=r.eth0 tag=1003',
    ],
    bad: [
      { lab: 'vlan 0', reports: ['out-of-range'] },
      { lab: 'vlan 4095', reports: ['out-of-range'] },
      { lab: 'switch s\nport s.p1 vlan=5000', reports: ['out-of-range'] },
      {
        lab: 'switch s\nport s.p1 mode=trunk nativeVlan=0 allowedVlans=10,4090-4096,x',
        reports: ['out-of-range', 'malformed', 'out-of-range'],
      },
      { lab: 'switch s platform=cisco-ios\nport s.p1 vlan=1002', reports: ['reserved'] },
      { lab: 'subnet 10.0.0.0/24 vlan=4096', reports: ['out-of-range'] },
      { lab: 'router r\nport r.v parent=r.eth0 tag=4095', reports: ['out-of-range'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table === 'vlans') {
      const free = freeVlan(topology);
      const fixes = [
        {
          label: 'use-id' as const,
          values: { id: free },
          safety: 'choice' as const,
          change: setFields(topology, 'vlans', subject.id, { id: free }),
        },
      ];
      if (!isVlanId(subject.row.id)) {
        yield {
          message: 'out-of-range',
          values: { id: subject.row.id },
          at: { table: 'vlans', row: subject.id, field: 'id' },
          fixes,
        };
      }
    } else if (subject.table === 'subnets') {
      const { vlan } = subject.row;
      if (vlan !== undefined && !isVlanId(vlan)) {
        yield {
          message: 'out-of-range',
          values: { id: vlan },
          at: { table: 'subnets', row: subject.id, field: 'vlan' },
        };
      }
    } else if (subject.table === 'interfaces') {
      const device = rowOf(topology.devices, subject.row.device);
      for (const field of ['vlan', 'nativeVlan', 'tag'] as const) {
        const id = subject.row[field];
        const problem = id === undefined ? undefined : problemOf(id, device);
        if (id === undefined || !problem) continue;
        const change = setFields(topology, 'interfaces', subject.id, { [field]: undefined });
        yield {
          message: problem,
          values: { id },
          at: { table: 'interfaces', row: subject.id, field },
          fixes: field === 'vlan' ? [{ label: 'use-default', safety: 'choice', change }] : [],
        };
      }
      const allowed = parseVlanSet(subject.row.allowedVlans);
      const at = { table: 'interfaces', row: subject.id, field: 'allowedVlans' } as const;
      for (const range of allowed.ranges) {
        const wrong = range.find((id) => !isVlanId(id));
        if (wrong !== undefined) yield { message: 'out-of-range', values: { id: wrong }, at };
      }
      for (const part of allowed.malformed) yield { message: 'malformed', values: { part: part.trim() }, at };
    }
  },
});

function problemOf(id: number, device: Device | undefined): 'out-of-range' | 'reserved' | undefined {
  if (!isVlanId(id)) return 'out-of-range';
  return device?.kind === 'switch' &&
    device.platform?.startsWith('cisco') === true &&
    id >= 1002 &&
    id <= 1005
    ? 'reserved'
    : undefined;
}

/** The lowest multiple of ten that no VLAN row has, as people number VLANs. */
function freeVlan(topology: Topology): number {
  const taken = new Set(Object.values(topology.vlans).map(({ id }) => id));
  for (let id = 10; id <= 4090; id += 10) if (!taken.has(id)) return id;
  return 1;
}

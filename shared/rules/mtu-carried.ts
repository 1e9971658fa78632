import { groupBy, rowOf } from '../base/by-id.ts';
import type { Topology } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import { isSwitchPort, mtuOf } from '../network/ports.ts';
import { sayDevice, sayInterface, setFields, setFieldsOfAll } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'ports' | 'cable' | 'raise-ports' | 'raise-cable';

export const mtuCarried = defineRule({
  id: 'mtu-carried',
  severity: 'error',
  pack: 'mtu',
  catalogue: ['MTU-03'],
  per: 'lab',
  summary: 'Switch ports and cables between the members of a segment carry packets as large as they send.',
  why: 'A switch drops a frame that is too long and tells nobody: logins work, copying files hangs.',
  source: 'IEEE 802.1Q-2022 section 6.5.8; RFC 4821 section 1',
  messages: {
    ports:
      '{sender} sends packets of {need} bytes, and {count|port|ports} of {switch} on the way, first {who}, carry only {mtu}: raise the MTU there.',
    cable:
      'This cable carries packets of up to {mtu} bytes, but {sender} sends {need}: raise it, or lower the MTU of the segment.',
    'raise-ports': 'Set the MTU of {count|port|ports} of {switch} to {need} bytes',
    'raise-cable': 'Set the MTU of the cable to {need} bytes',
  },
  examples: {
    good: [
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s\nb -- s',
      'switch s\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- s mtu=9000\nb -- s mtu=9216',
      'switch s\nvm a mtu=9000\na -- s',
      // Nobody on the second switch has a part in VLAN 30, which the trunk carries all the same.
      'switch s\nswitch t\nvm a 10.0.3.1/24 mtu=9000\nvm b 10.0.3.2/24 mtu=9000\nvm c 10.0.1.1/24\na -- s vlan=30 mtu=9000\nb -- s vlan=30 mtu=9000\ns -- t mode=trunk\nc -- t vlan=10',
      // Interfaces that differ are another rule's; what all of them can send gets through.
      'switch s\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24\na -- s\nb -- s',
      'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- b',
    ],
    bad: [
      {
        lab: 'switch s\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- s\nb -- s mtu=9000',
        reports: ['ports'],
      },
      {
        lab: 'switch s\nswitch t\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- s vlan=10 mtu=9000\nb -- t vlan=10 mtu=9000\ns -- t mode=trunk',
        reports: ['ports', 'ports'],
      },
      { lab: 'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b cable.mtu=1400', reports: ['cable'] },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    if (!canBeTooSmall(topology)) return;
    const { ways } = network;
    for (const segment of network.segments) {
      const links = [...(ways.get(segment.id) ?? [])].sort();
      const sender = smallest(segment);
      if (!sender || links.length === 0) continue;
      yield* portsTooSmall(topology, links, sender);
      for (const link of links) {
        const mtu = rowOf(topology.links, link)?.mtu;
        const need = mtuOf(sender.row);
        if (mtu === undefined || mtu >= need) continue;
        yield {
          message: 'cable',
          values: { mtu, need, sender: sayInterface(topology, sender.id) },
          at: { table: 'links', row: link, field: 'mtu' },
          fixes: [
            {
              label: 'raise-cable',
              values: { need },
              safety: 'choice',
              change: setFields(topology, 'links', link, { mtu: need }),
            },
          ],
        };
      }
    }
  },
});

/** Whether anything sends more than the narrowest port or cable carries: most labs are done with here. */
function canBeTooSmall(topology: Topology): boolean {
  let need = 0;
  let narrow = Number.POSITIVE_INFINITY;
  for (const row of Object.values(topology.interfaces)) {
    if (isSwitchPort(topology, row)) narrow = Math.min(narrow, mtuOf(row));
    else need = Math.max(need, mtuOf(row));
  }
  for (const { mtu = narrow } of Object.values(topology.links)) narrow = Math.min(narrow, mtu);
  return narrow < need;
}

type Member = Segment['interfaces'][number];

/** What all members can send. Where they differ, `no-mtu-mismatch` says so, and what only some send gets nowhere. */
function smallest(segment: Segment): Member | undefined {
  const speaking = segment.interfaces.filter(
    ({ row }) => (row.addresses ?? []).length > 0 || row.dhcp === true,
  );
  return speaking.reduce<Member | undefined>(
    (least, one) => (least && mtuOf(least.row) <= mtuOf(one.row) ? least : one),
    undefined,
  );
}

function* portsTooSmall(
  topology: Topology,
  links: readonly string[],
  sender: Member,
): Generator<Finding<Words>> {
  const need = mtuOf(sender.row);
  const ports = links.flatMap((link) => {
    const ends = rowOf(topology.links, link);
    return [ends?.a, ends?.b].flatMap((id) => {
      const row = rowOf(topology.interfaces, id);
      const small = row && isSwitchPort(topology, row) && mtuOf(row) < need;
      return id !== undefined && small ? [{ id, row }] : [];
    });
  });
  for (const [device, small] of groupBy(ports, ({ row }) => row.device)) {
    const [first] = small;
    if (!first) continue;
    const isPhysical = rowOf(topology.devices, device)?.physical === true;
    const values = { count: small.length, switch: sayDevice(topology, device), need };
    const mtu = Math.min(...small.map(({ row }) => mtuOf(row)));
    const sent = sayInterface(topology, sender.id);
    yield {
      message: 'ports',
      // What a hypervisor makes of a virtual switch, and nobody said a size for, may carry more.
      severity: small.some(({ row }) => row.mtu !== undefined) || isPhysical ? 'error' : 'warning',
      values: { ...values, who: sayInterface(topology, first.id), mtu, sender: sent },
      at: { table: 'interfaces', row: first.id, field: 'mtu' },
      fixes: [
        {
          label: 'raise-ports',
          values,
          // A port that carries more than is sent harms nobody.
          safety: 'safe',
          change: setFieldsOfAll(
            topology,
            'interfaces',
            small.map(({ id }) => id),
            { mtu: need },
          ),
        },
      ],
    };
  }
}

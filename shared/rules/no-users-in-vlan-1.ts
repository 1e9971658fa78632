import { groupBy } from '../base/by-id.ts';
import { cables, type CableEnd, isTrunk, sides } from '../network/cables.ts';
import { accessVlan } from '../network/ports.ts';
import { sayDevice, sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noUsersInVlan1 = defineRule({
  id: 'no-users-in-vlan-1',
  severity: 'hint',
  pack: 'vlan',
  catalogue: ['VLAN-05'],
  per: 'lab',
  summary: 'On a switch that is divided into VLANs, no machine is left in VLAN 1.',
  why: 'VLAN 1 is where every forgotten port is, and what switches use among themselves; a machine there is rarely meant to be.',
  source: 'Cisco SAFE layer 2 best practices: do not use VLAN 1 for users',
  messages: {
    left: '{who} is in VLAN 1 ({count|machine port|machine ports} on {switch}), while other ports of the switch have VLANs of their own: give it one too.',
  },
  examples: {
    good: [
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s\nb -- s',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.2/24\na -- s vlan=10\nb -- s vlan=20',
      'switch s\nvm a 10.0.0.1/24\nrouter r 10.0.1.1/24\na -- s vlan=10\nr -- s',
    ],
    bad: [
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.2/24\nvm c 10.0.1.3/24\na -- s vlan=10\nb -- s\nc -- s vlan=1',
        reports: ['left'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const ports = cables(topology).flatMap((cable) =>
      sides(cable).filter(([near]) => near.switchPort && near.device.vlanAware !== false),
    );
    for (const [id, own] of groupBy(ports, ([near]) => near.row.device)) {
      const isDivided = own.some(([near]) => !isTrunk(near) && accessVlan(near.row) !== 1);
      const left = own.filter(([near, far]) => !isTrunk(near) && accessVlan(near.row) === 1 && isUser(far));
      const [first] = left;
      if (!isDivided || !first) continue;
      yield {
        message: 'left',
        values: {
          who: sayInterface(topology, first[1].id),
          count: left.length,
          switch: sayDevice(topology, id),
        },
        at: { table: 'interfaces', row: first[0].id, field: 'vlan' },
      };
    }
  },
});

function isUser({ device, row }: CableEnd): boolean {
  return device.kind === 'vm' && ((row.addresses ?? []).length > 0 || row.dhcp === true);
}

import { rowOf } from '../base/by-id.ts';
import type { Interface, Topology } from '../model/topology.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const addressHasCable = defineRule({
  id: 'address-has-cable',
  severity: 'hint',
  pack: 'l2',
  catalogue: [],
  per: 'lab',
  summary: 'An interface of a machine that has an address has a cable, and it is plugged in.',
  why: 'The machine starts, its address is there, and nothing answers: easy to overlook among many cables.',
  messages: {
    'no-cable': '{who} has an address and no cable: draw one, or take the address away.',
    unplugged: '{who} has an address, and its cable is not plugged in: plug it in, or take the address away.',
    'plug-in': 'Plug in the cable of {who}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b',
      // A lab without any cable is just begun.
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24',
      'vm a 10.0.0.1/24\nport a.lo 192.0.2.1/32\nport a.v10 10.0.1.1/24 parent=a.eth0 tag=10\nvm b 10.0.0.2/24\na -- b',
      'vm a\nport a.eth1\nport a.bond0 10.0.0.1/24\nvm b\nport b.eth1\na -- b\na.eth1 -- b.eth1\nbond a bond0 members=a.eth0,a.eth1 interface=a.bond0 mode=active-backup',
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\nport a.wg0 10.9.0.1/24\nport b.wg0 10.9.0.2/24\na -- b\ntunnel wireguard a.wg0 b.wg0',
      'vm a connected=false\nvm b 10.0.0.2/24\na -- b',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\nvm c 10.0.0.3/24\na -- b', reports: ['no-cable'] },
      {
        lab: 'switch s\nvm a 10.0.0.1/24 connected=false\nvm b 10.0.0.2/24\na -- s\nb -- s',
        reports: ['unplugged'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const links = Object.values(topology.links);
    if (links.length === 0) return;
    const cabled = new Set(links.flatMap(({ a, b }) => [a, b]));
    const inside = withoutCable(topology);
    for (const id of Object.keys(topology.interfaces).sort()) {
      const row = rowOf(topology.interfaces, id);
      if (!row || ((row.addresses ?? []).length === 0 && row.dhcp !== true)) continue;
      const isMachine = rowOf(topology.devices, row.device)?.kind === 'vm';
      if (cabled.has(id) && row.connected === false) {
        const who = sayInterface(topology, id);
        const change = setFields(topology, 'interfaces', id, { connected: undefined });
        yield {
          message: 'unplugged',
          values: { who },
          at: { table: 'interfaces', row: id, field: 'connected' },
          fixes: [{ label: 'plug-in', values: { who }, safety: 'choice', change }],
        };
      } else if (!cabled.has(id) && isMachine && !needsNone(row) && !inside.has(id)) {
        const values = { who: sayInterface(topology, id) };
        yield { message: 'no-cable', values, at: { table: 'interfaces', row: id, field: 'addresses' } };
      }
    }
  },
});

function needsNone(row: Interface): boolean {
  return (
    row.parent !== undefined ||
    row.shares !== undefined ||
    row.virtual === true ||
    /^(?:lo|dummy)/i.test(row.name)
  );
}

/** Interfaces that are made of others: bonds with their members, and the ends of tunnels. */
function withoutCable(topology: Topology): ReadonlySet<string> {
  return new Set([
    ...Object.values(topology.bonds).flatMap((bond) => [...bond.members, bond.interface ?? '']),
    ...Object.values(topology.tunnels).flatMap(({ a, b }) => [a, b]),
  ]);
}

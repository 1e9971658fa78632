import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { formatMac, parseMac } from '../ip/mac.ts';
import type { Topology } from '../model/topology.ts';
import { cables, sides } from '../network/cables.ts';
import { freshMac, sayDevice, sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noMacTwiceOnHub = defineRule({
  id: 'no-mac-twice-on-hub',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-01'],
  per: 'lab',
  summary: 'A MAC address appears on one port of a VLAN-unaware switch, whatever the tags are.',
  why: 'Such a switch has one table for all tags, so frames for both machines go to whichever sent last.',
  source: 'Linux bridge with vlan_filtering 0: one forwarding entry for a MAC address',
  messages: {
    twice:
      '{a} and {b} have the MAC address {mac} at two ports of {switch}, which does not look at tags: give one another address.',
    'twice-here': '{b} has {mac} too.',
    'new-mac': 'Give {who} the MAC address {mac}',
  },
  examples: {
    good: [
      'switch s vlanAware=false\nrouter r mac=08:00:27:00:00:01\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nport r.v20 10.0.1.1/24 parent=r.eth0 tag=20\nr -- s',
      'switch s\nvm a mac=08:00:27:00:00:01\nvm b mac=08:00:27:00:00:01\na -- s vlan=10\nb -- s vlan=20',
      'switch s vlanAware=false\nvm a mac=08:00:27:00:00:01\nvm b mac=08:00:27:00:00:02\na -- s\nb -- s',
    ],
    bad: [
      {
        lab: 'switch s vlanAware=false\nvm a\nport a.v10 10.0.0.1/24 parent=a.eth0 tag=10 mac=08:00:27:00:00:01\nvm b\nport b.v20 10.0.1.1/24 parent=b.eth0 tag=20 mac=08:00:27:00:00:01\na -- s\nb -- s',
        reports: ['twice'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const behind = cables(topology).flatMap((cable) =>
      sides(cable).flatMap(([near, far]) =>
        near.switchPort && near.device.vlanAware === false && !far.switchPort
          ? [{ hub: near.row.device, card: far.id }]
          : [],
      ),
    );
    if (behind.length === 0) return;
    const addresses = addressesOf(topology);
    const seen = behind.flatMap(({ hub, card }) =>
      (addresses.get(card) ?? []).map((own) => ({ ...own, hub, card })),
    );
    for (const [first, ...others] of groupBy(seen, ({ hub, mac }) => `${mac} ${hub}`).values()) {
      for (const other of first ? others : []) {
        const isHeard = network.segmentOf.get(first?.id ?? '') === network.segmentOf.get(other.id);
        // On one segment it is a duplicate for everybody, which `no-duplicate-mac` says.
        if (!first || other.card === first.card || isHeard) continue;
        const mac = formatMac(other.mac);
        const [a, b] = [sayInterface(topology, first.id), sayInterface(topology, other.id)];
        const fresh = formatMac(freshMac(topology, other.id));
        yield {
          message: 'twice',
          values: { a, b, mac, switch: sayDevice(topology, other.hub) },
          at: { table: 'interfaces', row: other.id, field: 'mac' },
          related: [
            {
              at: { table: 'interfaces', row: first.id, field: 'mac' },
              message: 'twice-here',
              values: { b, mac },
            },
          ],
          fixes: [
            {
              label: 'new-mac',
              values: { who: b, mac: fresh },
              safety: 'safe',
              change: setFields(topology, 'interfaces', other.id, { mac: fresh }),
            },
          ],
        };
      }
    }
  },
});

/** The MAC addresses that leave by each card: its own and those of its sub-interfaces. */
function addressesOf(topology: Topology): ReadonlyMap<string, readonly { id: string; mac: string }[]> {
  const own = sortedRows(topology.interfaces).flatMap(([id, row]) => {
    const typed = row.mac ?? rowOf(topology.interfaces, row.parent)?.mac;
    const mac = typed === undefined ? undefined : parseMac(typed);
    return mac === undefined ? [] : [{ id, mac, card: row.parent ?? id }];
  });
  return groupBy(own, ({ card }) => card);
}

import { groupBy, rowOf } from '../base/by-id.ts';
import { formatMac, parseMac } from '../ip/mac.ts';
import { freshMac, sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noDuplicateMac = defineRule({
  id: 'no-duplicate-mac',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-01'],
  per: 'segment',
  summary: 'Two interfaces on one segment must not have the same MAC address.',
  why: 'Switches learn one port for a MAC, so frames for both go to whichever sent last; VirtualBox accepts it.',
  source: 'IEEE 802.3 section 3.2.3',
  messages: {
    clash: '{a} and {b} have the same MAC address {mac}.',
    'clash-here': '{b} has {mac} too.',
    'new-mac': 'Give {who} the MAC address {mac}',
  },
  examples: {
    good: [
      'vm a mac=08:00:27:00:00:01\nvm b mac=08:00:27:00:00:02\na -- b',
      'switch s\nvm a mac=08:00:27:00:00:01\nvm b mac=08:00:27:00:00:01\na -- s vlan=10\nb -- s vlan=20',
      'vm a mac=08:00:27:00:00:01\nport a.v10 parent=a.eth0 tag=10 mac=08:00:27:00:00:01\nvm b\na -- b',
      'switch s\nswitch t\nvm a mac=08:00:27:00:00:01\nvm b mac=08:00:27:00:00:01\na -- s\nb -- t',
    ],
    bad: [
      { lab: 'vm a mac=08:00:27:00:00:01\nvm b mac=08-00-27-00-00-01\na -- b', reports: ['clash'] },
      { lab: 'switch s\nvm a mac=0800.270a.0001\nvm b mac=0800270A0001\na -- s\nb -- s', reports: ['clash'] },
      {
        lab: 'switch s\nvm a mac=08:00:27:00:00:01\nport a.v10 parent=a.eth0 tag=10\nvm b mac=08:00:27:00:00:01\na -- s mode=trunk allowedVlans=10\nb -- s vlan=10',
        reports: ['clash'],
      },
    ],
  },
  *check(segment, { topology }) {
    // A sub-interface has the MAC of the card it sits on, unless it is given its own.
    const cards = segment.interfaces.flatMap(({ id, row }) => {
      const typed = row.mac ?? rowOf(topology.interfaces, row.parent)?.mac;
      const mac = typed === undefined ? undefined : parseMac(typed);
      return mac === undefined ? [] : [{ id, card: row.parent ?? id, mac }];
    });
    for (const [mac, [first, ...others]] of groupBy(cards, (card) => card.mac)) {
      if (!first) continue;
      for (const { id, card } of others) {
        if (card === first.card) continue;
        const fresh = freshMac(topology, id);
        const [a, b] = [sayInterface(topology, first.id), sayInterface(topology, id)];
        yield {
          message: 'clash',
          values: { a, b, mac: formatMac(mac) },
          at: { table: 'interfaces', row: id, field: 'mac' },
          related: [
            {
              at: { table: 'interfaces', row: first.id, field: 'mac' },
              message: 'clash-here',
              values: { b, mac: formatMac(mac) },
            },
          ],
          fixes: [
            {
              label: 'new-mac',
              values: { who: b, mac: formatMac(fresh) },
              safety: 'safe',
              change: setFields(topology, 'interfaces', id, { mac: formatMac(fresh) }),
            },
          ],
        };
      }
    }
  },
});

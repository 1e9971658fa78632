import { groupBy, sortedRows } from '../base/by-id.ts';
import { sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noDuplicateTag = defineRule({
  id: 'no-duplicate-tag',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-13'],
  per: 'lab',
  summary: 'Two sub-interfaces of one interface have different tags.',
  why: 'Linux and IOS refuse the second, so its addresses are missing after the start.',
  source: 'IEEE 802.1Q-2022 section 9.6',
  messages: {
    twice:
      '{who} takes frames with tag {tag} of {parent}, which {other} takes already: give it another tag, or remove it.',
    'other-here': '{other} has tag {tag} too.',
  },
  examples: {
    good: [
      'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nport r.v20 10.0.1.1/24 parent=r.eth0 tag=20',
      'router r\nport r.eth1\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nport r.w10 10.0.1.1/24 parent=r.eth1 tag=10',
      'router r\nport r.v10 parent=r.eth0\nport r.v20 parent=r.eth0',
    ],
    bad: [
      {
        lab: 'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nport r.w10 10.0.1.1/24 parent=r.eth0 tag=10',
        reports: ['twice'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const tagged = sortedRows(topology.interfaces).flatMap(([id, { parent, tag }]) =>
      parent === undefined || tag === undefined ? [] : [{ id, parent, tag }],
    );
    for (const [first, ...others] of groupBy(tagged, ({ parent, tag }) => `${tag} ${parent}`).values()) {
      if (!first) continue;
      for (const { id, parent, tag } of others) {
        const other = sayInterface(topology, first.id);
        yield {
          message: 'twice',
          values: { who: sayInterface(topology, id), tag, parent: sayInterface(topology, parent), other },
          at: { table: 'interfaces', row: id, field: 'tag' },
          related: [
            {
              at: { table: 'interfaces', row: first.id, field: 'tag' },
              message: 'other-here',
              values: { other, tag },
            },
          ],
        };
      }
    }
  },
});

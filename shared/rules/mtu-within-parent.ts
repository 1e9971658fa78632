import { rowOf } from '../base/by-id.ts';
import { mtuOf } from '../network/ports.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const mtuWithinParent = defineRule({
  id: 'mtu-within-parent',
  severity: 'error',
  pack: 'mtu',
  catalogue: ['MTU-04'],
  per: 'row',
  summary: 'A VLAN sub-interface has no larger MTU than the interface it sits on.',
  why: 'Linux refuses it, so the sub-interface is missing after the start; netplan writes it without a word.',
  source: 'IEEE 802.1Q-2022 section 6.9: a tagged frame leaves by the port below',
  messages: {
    larger:
      '{who} has MTU {mtu} bytes, {parent} under it only {parentMtu}: lower the one, or raise the other.',
    set: 'Set the MTU of {who} to {mtu} bytes',
  },
  examples: {
    good: [
      'router r mtu=9000\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10 mtu=9000',
      'router r mtu=9000\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10',
      'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10',
    ],
    bad: [
      { lab: 'router r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10 mtu=9000', reports: ['larger'] },
      { lab: 'router r mtu=1400\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10', reports: ['larger'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces' || subject.row.parent === undefined) return;
    const parent = rowOf(topology.interfaces, subject.row.parent);
    if (!parent || mtuOf(subject.row) <= mtuOf(parent)) return;
    const mtu = mtuOf(subject.row);
    const own = { who: sayInterface(topology, subject.id), mtu: mtuOf(parent) };
    const below = { who: sayInterface(topology, subject.row.parent), mtu };
    yield {
      message: 'larger',
      values: { who: own.who, mtu, parent: below.who, parentMtu: own.mtu },
      at: { table: 'interfaces', row: subject.id, field: 'mtu' },
      fixes: [
        {
          label: 'set',
          values: own,
          safety: 'choice',
          change: setFields(topology, 'interfaces', subject.id, { mtu: own.mtu }),
        },
        {
          label: 'set',
          values: below,
          safety: 'choice',
          change: setFields(topology, 'interfaces', subject.row.parent, { mtu }),
        },
      ],
    };
  },
});

import { isBridgePriority, parsePriority } from '../network/spanning-tree.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'step' | 'step-one' | 'malformed' | 'set';

export const stpPriorityValid = defineRule({
  id: 'stp-priority-valid',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-03'],
  per: 'row',
  summary: 'A spanning tree priority is 0 to 61440 in steps of 4096.',
  why: 'Only the upper four bits are the priority; a switch refuses other numbers and keeps what it had.',
  source: 'IEEE 802.1D-2004 section 9.2.5',
  messages: {
    step: '{who} has the spanning tree priority {value}, which is no multiple of 4096 up to 61440: write {near}.',
    'step-one':
      '{who} has the spanning tree priority {value} for {instance}, which is no multiple of 4096 up to 61440: write {near}.',
    malformed: '"{text}" of {who} is no priority for a VLAN or instance: write it as 10=4096.',
    set: 'Write {near}',
  },
  examples: {
    good: [
      'switch s stpMode=rstp stpPriority=0',
      'switch s stpMode=rstp stpPriority=61440',
      'switch s stpMode=pvst stpPriorities=10=4096,20=8192',
      'switch s',
    ],
    bad: [
      { lab: 'switch s stpMode=rstp stpPriority=5000', reports: ['step'] },
      { lab: 'switch s stpMode=rstp stpPriority=65536', reports: ['step'] },
      { lab: 'switch s stpMode=pvst stpPriorities=10=4096,20=100,x', reports: ['step-one', 'malformed'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table !== 'devices') return;
    const { id, row } = subject;
    if (row.stpPriority !== undefined && !isBridgePriority(row.stpPriority)) {
      const near = nearest(row.stpPriority);
      yield {
        message: 'step',
        values: { who: row.name, value: row.stpPriority, near },
        at: { table: 'devices', row: id, field: 'stpPriority' },
        fixes: [
          {
            label: 'set',
            values: { near },
            safety: 'choice',
            change: setFields(topology, 'devices', id, { stpPriority: near }),
          },
        ],
      };
    }
    const all = row.stpPriorities ?? [];
    for (const [index, text] of all.entries()) {
      const own = parsePriority(text);
      const at = { table: 'devices', row: id, field: `stpPriorities.${index}` } as const;
      if (!own) yield { message: 'malformed', values: { who: row.name, text }, at };
      else if (!isBridgePriority(own.value)) {
        const near = nearest(own.value);
        const stpPriorities = all.map((one, place) => (place === index ? `${own.instance}=${near}` : one));
        const change = setFields(topology, 'devices', id, { stpPriorities });
        yield {
          message: 'step-one',
          values: { who: row.name, value: own.value, instance: own.instance, near },
          at,
          fixes: [{ label: 'set', values: { near }, safety: 'choice', change }],
        };
      }
    }
  },
});

function nearest(value: number): number {
  return Math.min(61_440, Math.max(0, Math.round(value / 4096) * 4096));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowShapes } from '../../../shared/file/schema.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { type Change, changeBetween } from '../../../shared/model/change.ts';
import type { Design } from '../../../shared/model/design.ts';
import { createLabOf, labTables } from '../../../shared/model/topology.ts';
import { createDerive, derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import { createRunner, runRules } from '../../../shared/rules/run.ts';

type Rows = Record<string, Record<string, unknown>>;

/** Values that a field may be given; most are wrong for most fields. */
const values = [
  '10.0.0.1',
  '10.0.0.1/24',
  '10.0.1.0/24',
  ['10.0.0.1/24'],
  ['10.0.1.7/16', 'x'],
  'a',
  'b',
  'r.eth0',
  'a.eth0',
  10,
  20,
  9000,
  true,
  false,
  undefined,
];

/** One edit of a lab: a row goes, comes again under another id, or gets another value in a field. */
const edit = fc.record({
  table: fc.nat(),
  row: fc.nat(),
  how: fc.constantFrom('remove', 'copy', 'copy', 'set', 'set', 'nothing'),
  field: fc.nat(),
  value: fc.constantFrom(...values),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(design: Design, { table, row, how, field, value }: Edit): Design {
  const tables = labTables.filter((name) => name !== 'lab' && Object.keys(design[name]).length > 0);
  const name = tables[table % tables.length];
  if (name === undefined || how === 'nothing') return design;
  const rows = { ...(design as unknown as Rows)[name] };
  const ids = Object.keys(rows);
  const id = ids[row % ids.length] ?? '';
  const before = rows[id] as Record<string, unknown>;
  if (how === 'remove') delete rows[id];
  else if (how === 'copy') rows[`${id}-2`] = before;
  else {
    const fields = [...Object.keys(before), 'mtu', 'vlan', 'addresses', 'gateway', 'connected', 'vrf'];
    const key = fields[field % fields.length] ?? '';
    const after = { ...before, [key]: value };
    // The reader lets nothing else in.
    if (!rowShapes[name].safeParse(after).success) return design;
    rows[id] = after;
  }
  return { ...design, [name]: rows };
}

// Labs with findings: it is those that must come and go.
const labs = rules.flatMap(({ examples }) => examples.bad.map(({ lab }) => lab));

describe('a runner that keeps what it has found', () => {
  it('says after every edit what one says that has kept nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labs), fc.array(edit, { maxLength: 12 }), (lab, edits) => {
        const run = createRunner(rules);
        const [labOf, derived] = [createLabOf(), createDerive()];
        let design = sketchDesign(lab);
        for (const one of [undefined, ...edits]) {
          if (one) design = edited(design, one);
          const topology = labOf(design);
          const kept = run({ topology, network: derived(topology), design });
          const fresh = runRules(rules, { topology, network: derive(topology), design });
          expect(kept).toEqual(fresh);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('sees that a row of a segment changed, though the segment has the same rows', () => {
    const run = createRunner(rules);
    const said = (design: Design): string[] =>
      run({ topology: design, network: derive(design), design }).map(({ code }) => code);
    const before = sketchDesign('switch s\nvm a 10.0.1.1/16\na -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10');
    const after = { ...before, subnets: { net1: { prefix: '10.0.0.0/16', vlan: 10 } } };
    expect([said(before), said(after), said(before)]).toEqual([
      ['address-in-subnet'],
      [],
      ['address-in-subnet'],
    ]);
  });

  it('asks again only about what changed, and about what was read of it', () => {
    const asked: string[] = [];
    const rule: Rule = {
      ...(rules[0] as Rule),
      per: 'row',
      *check(subject, { topology }) {
        const { table, id, row } = subject as { table: string; id: string; row: { device?: string } };
        if (table !== 'interfaces') return;
        asked.push(`${id} ${topology.devices[row.device ?? '']?.name}`);
        yield* [];
      },
    };
    const run = createRunner([rule]);
    const before = sketchDesign('vm a\nvm b\nvm c');
    const after = (change: Partial<Design>): Design => ({ ...before, ...change });
    const check = (design: Design): string[] => {
      asked.length = 0;
      run({ topology: design, network: derive(design), design });
      return [...asked];
    };
    const { b } = before.devices;
    if (!b) throw new Error('no b');
    expect(check(before)).toEqual(['a.eth0 a', 'b.eth0 b', 'c.eth0 c']);
    expect(check(after({ vlans: { v: { id: 10 } } }))).toEqual([]);
    expect(check(after({ devices: { ...before.devices, b: { ...b, name: 'bee' } } }))).toEqual([
      'b.eth0 bee',
    ]);
    const change: Change = changeBetween(
      after({ devices: { ...before.devices, b: { ...b, name: 'bee' } } }),
      before,
    );
    expect(Object.keys(change)).toEqual(['devices']);
    expect(check(before)).toEqual(['b.eth0 b']);
  });
});

import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import type { Design } from '../../../shared/model/design.ts';
import { derive } from '../../../shared/network/derive.ts';
import type { Network } from '../../../shared/network/network.ts';
import { rules } from '../../../shared/rules/index.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import { createRunner } from '../../../shared/rules/run.ts';

const lab = `
switch s
switch t
s -- t
router r 10.0.0.1/24
port r.eth1 10.0.1.1/24
vm a 10.0.0.2/24
r.eth0 -- s
a -- t
subnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.10-10.0.0.20
route a 0.0.0.0/0 via=10.0.0.1
`;

/** Each fact that is worked out when it is first asked for, and lines that make it another one. */
const facts: readonly (readonly [name: keyof Network, read: (network: Network) => number, more: string])[] = [
  ['scopes', ({ scopes }) => scopes.length, 'subnet 10.0.9.0/24 dhcpServer=r'],
  ['loops', ({ loops }) => loops.length, 's -- t'],
  ['ways', ({ ways }) => [...ways.values()].reduce((sum, cables) => sum + cables.size, 0), 'vm d\nd -- s'],
  ['domains', ({ domains }) => new Set(domains.values()).size, 'vm b\nvm c\nb -- c'],
  ['routesOf', (network) => network.routesOf('a').length, 'route a 10.9.0.0/16 via=10.0.0.1'],
];

const says = (per: 'row' | 'device' | 'segment', read: (network: Network) => number): Rule => ({
  ...(rules[0] as Rule),
  id: `of-every-${per}`,
  per,
  *check(subject, { network }) {
    const at = 'id' in subject ? `${'table' in subject ? subject.table : per} ${subject.id}` : '';
    yield { message: 'said', values: { fact: read(network) }, at: { table: 'lab', row: at } };
  },
});

it.each(facts)(
  'whoever asks for %s has read what it follows from, also where it was known',
  (_, read, more) => {
    const asking = (['row', 'device', 'segment'] as const).map((per) => says(per, read));
    const input = (design: Design) => ({ topology: design, network: derive(design), design });
    const before = sketchDesign(lab);
    // The rows that are in both are the same objects, as after an edit.
    const grown = sketchDesign(lab + more);
    const after = Object.fromEntries(
      Object.entries(grown).map(([table, rows]) => {
        const old: Readonly<Record<string, unknown>> = { ...before[table as keyof Design] };
        return [table, { ...(rows as object), ...old }];
      }),
    ) as unknown as Design;
    const run = createRunner(asking);
    run(input(before));
    const kept = run(input(after));
    expect(read(derive(after))).not.toBe(read(derive(before)));
    expect(kept).toEqual(createRunner(asking)(input(after)));
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../../shared/base/by-id.ts';
import { canonicalJson } from '../../../../shared/base/json.ts';
import { references } from '../../../../shared/file/references.ts';
import { readDesign } from '../../../../shared/file/read.ts';
import { writeDesign } from '../../../../shared/file/write.ts';
import { addressKey, parseAddress, parseCidr } from '../../../../shared/ip/address.ts';
import { applyChange, invertChange } from '../../../../shared/model/change.ts';
import { type Design, type TableName, tableNames } from '../../../../shared/model/design.ts';
import { clipOf } from '../../../../shared/model/edit/clip.ts';
import { paste } from '../../../../shared/model/edit/paste.ts';
import { anyDesign, anyLab } from '../designs.ts';

/** Every table of a design, by id, without the lab row and what is not known. */
const ids = (design: Design): string[] =>
  tableNames.flatMap((table) =>
    table === 'extra' ? [] : Object.keys(design[table]).map((id) => `${table} ${id}`),
  );

const addresses = (design: Design): string[] =>
  Object.values(design.interfaces).flatMap((row) =>
    (row.addresses ?? []).flatMap((text) => {
      const cidr = parseCidr(text.trim());
      return cidr ? [addressKey(cidr.address)] : [];
    }),
  );

/** Addresses that are kept for somebody although no interface has them. */
const given = (design: Design): string[] => {
  const keyed = (what: string, text: string) => {
    const address = parseAddress(text.trim()) ?? parseCidr(text.trim())?.address;
    return address ? [`${what} ${addressKey(address)}`] : [];
  };
  return [
    ...Object.values(design.virtualAddresses).flatMap(({ address }) => keyed('shared', address)),
    ...Object.values(design.reservations).flatMap(({ address }) => keyed('reserved', address)),
  ];
};

/** Ends of expectations and places of rule settings that are no row. */
const lost = (design: Design): string[] => [
  ...Object.entries(design.expectations)
    .filter(([, { to }]) => rowOf(design.devices, to) === undefined && !parseAddress(to.trim()))
    .map(([id]) => id),
  ...Object.entries(design.checks)
    .filter(([, { table = '', row }]) => {
      const rows = Object.hasOwn(design, table) ? design[table as TableName] : {};
      return row !== undefined && rowOf<unknown>(rows, row) === undefined;
    })
    .map(([id]) => id),
];

const names = (design: Design): string[] =>
  Object.values(design.devices).map(({ name }) => name.toLowerCase());

/** How often each is there beyond once. */
function repeats(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? -1) + 1);
  return counts;
}

function expectNoneNew(before: readonly string[], after: readonly string[]): void {
  const known = repeats(before);
  for (const [one, count] of repeats(after))
    expect(count, one).toBeLessThanOrEqual(Math.max(0, known.get(one) ?? 0));
}

const cases = fc.record({
  lab: fc.oneof({ weight: 3, arbitrary: anyLab }, { weight: 1, arbitrary: anyDesign }),
  other: fc.oneof(anyLab, anyDesign),
  elsewhere: fc.boolean(),
  picked: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  taken: fc.subarray(['web2', 'web1', 'db-2', 'link1', 'link2', 'note1', 'sw.p1']),
  cut: fc.boolean(),
});

describe('pasting any selection of any lab', () => {
  it('gives a lab that can be saved, with nothing twice and nothing leading nowhere that did not before', () => {
    fc.assert(
      fc.property(cases, ({ lab, other, elsewhere, picked, taken }) => {
        const selection = {
          devices: new Set(Object.keys(lab.devices).filter((_id, index) => picked[index])),
          notes: new Set(Object.keys(lab.notes).filter((_id, index) => picked[index])),
        };
        const copied = clipOf(lab, selection);
        if (!copied) return;
        const { design: clip } = readDesign(writeDesign(copied));
        if (!clip) throw new Error('the clip cannot be read');
        const into = elsewhere
          ? { ...other, lab: { lab: { id: '22222222-2222-4222-8222-222222222222', name: 'other' } } }
          : lab;
        const result = paste(into, { clip, by: { x: 32, y: 32 }, taken: new Set(taken) });
        if (!result.ok) throw new Error(`refused: ${result.problem.id}`);
        const after = applyChange(into, result.value);

        const read = readDesign(writeDesign(after)).design;
        expect(read && canonicalJson(read)).toBe(canonicalJson(after));
        const added = ids(after).filter((id) => !ids(into).includes(id));
        expect(added.filter((id) => taken.includes(id.replace(/^\S+ /, '')))).toEqual([]);
        const bad = (design: Design) =>
          references(design).map(({ code, at }) => `${code} ${at.table} ${at.row} ${at.field}`);
        const dangling = (design: Design) => bad(design).filter((text) => text.startsWith('file/dangling'));
        // What led nowhere does not lead to something pasted either.
        expect(dangling(after)).toEqual(dangling(into));
        expectNoneNew(addresses(into), addresses(after));
        expectNoneNew(given(into), given(after));
        expect(lost(after)).toEqual(lost(into));
        expectNoneNew(names(into), names(after));
        expect(Object.keys(after.devices).length - Object.keys(into.devices).length).toBe(
          selection.devices.size,
        );
        expect(writeDesign(applyChange(after, invertChange(result.value)))).toBe(writeDesign(into));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

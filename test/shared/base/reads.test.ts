import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../shared/base/by-id.ts';
import { memoLast } from '../../../shared/base/memo.ts';
import { createRecorder, type Reads, readsHold } from '../../../shared/base/reads.ts';

const tables = { a: { one: { x: 1 }, two: { x: 2 } }, b: { one: { x: 3 } } };

function readsOf(compute: (view: typeof tables) => unknown): Reads {
  const recorder = createRecorder(tables);
  return recorder.record(() => compute(recorder.view)).reads;
}

describe('what a computation read', () => {
  it('is single rows, also those that are not there', () => {
    const reads = readsOf(({ a }) => [rowOf(a, 'one'), rowOf<unknown>(a, 'three'), 'two' in a]);
    expect(reads).toEqual({
      rows: [
        ['a', 'one', tables.a.one],
        ['a', 'three', undefined],
        ['a', 'two', tables.a.two],
      ],
      whole: new Set(),
    });
  });

  it('is a table as a whole for who lists it', () => {
    expect(readsOf(({ b }) => Object.values(b))).toEqual({ rows: [], whole: new Set(['b']) });
  });

  it('is also what a remembered result was made from, of a table or of all', () => {
    const size = memoLast((table: Readonly<Record<string, unknown>>) => Object.keys(table).length);
    const first = memoLast((all: typeof tables) => rowOf(all.a, 'one'));
    const recorder = createRecorder(tables);
    const compute = (): unknown => [size(recorder.view.b), first(recorder.view)];
    const wanted = { rows: [['a', 'one', tables.a.one]], whole: new Set(['b']) };
    expect([1, 2, 3].map(() => recorder.record(compute).reads)).toEqual([wanted, wanted, wanted]);
    expect([size(tables.b), first(tables)]).toEqual([1, tables.a.one]);
  });

  it('holds while what was read is the same, whatever else changes', () => {
    const reads = readsOf(({ a }) => [rowOf(a, 'one'), rowOf<unknown>(a, 'three')]);
    const now = (a: object): never => ({ ...tables, a }) as never;
    expect(readsHold(reads, tables, now({ ...tables.a, two: {} }))).toBe(true);
    expect(readsHold(reads, tables, now({ ...tables.a, one: { x: 1 } }))).toBe(false);
    expect(readsHold(reads, tables, now({ ...tables.a, three: {} }))).toBe(false);
    expect(
      readsHold(
        readsOf(({ b }) => Object.keys(b)),
        tables,
        { ...tables, b: { ...tables.b } },
      ),
    ).toBe(false);
  });
});

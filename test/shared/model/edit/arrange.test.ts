import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, arrangements, type Box } from '../../../../shared/model/edit/arrange.ts';

type Boxes = Readonly<Record<string, Box>>;

const boxes = (...rows: [x: number, y: number, width: number, height: number][]): Boxes =>
  Object.fromEntries(
    rows.map(([x, y, width, height], index) => [String.fromCharCode(97 + index), { x, y, width, height }]),
  );

/** Where all of them are after it. */
function all(before: Boxes, how: (typeof arrangements)[number]): Boxes {
  const moved = arranged(before, how);
  return Object.fromEntries(Object.entries(before).map(([id, box]) => [id, { ...box, ...moved[id] }]));
}

const three = boxes([0, 0, 100, 50], [30, 200, 40, 40], [300, 90, 60, 20]);

describe('arranging', () => {
  it.each([
    ['align-left', { b: { x: 0, y: 200 }, c: { x: 0, y: 90 } }],
    ['align-right', { a: { x: 260, y: 0 }, b: { x: 320, y: 200 } }],
    ['align-centre', { a: { x: 130, y: 0 }, b: { x: 160, y: 200 }, c: { x: 150, y: 90 } }],
    ['align-top', { b: { x: 30, y: 0 }, c: { x: 300, y: 0 } }],
    ['align-bottom', { a: { x: 0, y: 190 }, c: { x: 300, y: 220 } }],
    ['align-middle', { a: { x: 0, y: 95 }, b: { x: 30, y: 100 }, c: { x: 300, y: 110 } }],
    ['distribute-across', { b: { x: 180, y: 200 } }],
    ['distribute-down', { c: { x: 300, y: 115 } }],
  ] as const)('%s moves what is not there yet', (how, moved) => {
    expect(arranged(three, how)).toEqual(moved);
  });

  it('takes two boxes to align and three to distribute', () => {
    const two = boxes([0, 0, 10, 10], [50, 50, 10, 10]);
    expect([arranged(boxes([3, 3, 10, 10]), 'align-left'), arranged(two, 'distribute-across')]).toEqual([
      {},
      {},
    ]);
    expect(arranged(two, 'align-left')).toEqual({ b: { x: 0, y: 50 } });
  });

  it('spaces the middles of boxes that overlap, and keeps their order', () => {
    expect(arranged(boxes([0, 0, 100, 10], [10, 0, 100, 10], [60, 0, 100, 10]), 'distribute-across')).toEqual(
      {
        b: { x: 30, y: 0 },
      },
    );
    expect(arranged(boxes([0, 0, 9, 9], [0, 0, 9, 9], [1, 0, 9, 9]), 'distribute-across')).toEqual({});
  });

  const box = fc.record({
    x: fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double({ min: -500, max: 500, noNaN: true })),
    y: fc.integer({ min: -20, max: 20 }),
    width: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.double({ min: 1, max: 300, noNaN: true })),
    height: fc.integer({ min: 1, max: 60 }),
  });

  it('gives whole pixels, goes no further than the selection, and moves nothing when done again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), box),
        fc.constantFrom(...arrangements),
        (before, how) => {
          const once = all(before, how);
          expect(all(once, how)).toEqual(once);
          for (const { x, y } of Object.values(arranged(before, how)))
            expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true]);
          const ends = (of: Boxes) => [
            Math.min(...Object.values(of).map(({ x }) => x)),
            Math.max(...Object.values(of).map(({ x, width }) => x + width)),
          ];
          const [left = 0, right = 0] = ends(before);
          const [newLeft = 0, newRight = 0] = ends(once);
          // Sizes that are no whole pixels are rounded.
          if (!how.startsWith('distribute')) expect(newLeft >= left - 2 && newRight <= right + 2).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

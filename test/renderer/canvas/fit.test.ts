import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, paddingFor } from '../../../renderer/canvas/fit.ts';

const size = { width: 760, height: 560 };
const map: Box = { x: 585, y: 437, width: 160, height: 108 };
const buttons: Box = { x: 15, y: 467, width: 28, height: 78 };
const plain = { top: '36px', right: '49px', bottom: '36px', left: '49px' };
const device = (x: number, y: number): Box => ({ x, y, width: 140, height: 52 });

describe('what is brought into view', () => {
  it('is in the middle where nothing lies over it', () => {
    expect([
      paddingFor([], size, [map]),
      paddingFor([device(0, 0)], size, [map, buttons]),
      paddingFor([device(0, 0), device(900, 0), device(0, 600)], size, [map]),
      paddingFor([device(0, 0), device(900, 600)], size, []),
    ]).toEqual([plain, plain, plain, plain]);
  });

  it('leaves the side free that costs less', () => {
    const wide = [device(0, 0), device(1100, 800)];
    const high = [device(0, 0), device(760, 800)];
    expect([paddingFor(wide, size, [map, buttons]), paddingFor(high, size, [map, buttons])]).toEqual([
      { ...plain, bottom: '135px' },
      { ...plain, right: '187px' },
    ]);
  });

  it('lies under an overlay rather than being tiny', () => {
    const small = { width: 300, height: 200 };
    const over = { x: 125, y: 77, width: 160, height: 108 };
    expect(paddingFor([device(0, 0), device(1000, 700)], small, [over])).toEqual({
      top: '13px',
      right: '19px',
      bottom: '13px',
      left: '19px',
    });
  });

  it('keeps pixels for the sides that leave room for something', () => {
    const place = fc.integer({ min: -3000, max: 3000 });
    const boxes = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(boxes, (places) => {
        const padding = paddingFor(
          places.map(([x, y]) => device(x, y)),
          size,
          [map, buttons],
        );
        const [top, right, bottom, left] = [padding.top, padding.right, padding.bottom, padding.left].map(
          (side) => Number.parseInt(side, 10),
        ) as [number, number, number, number];
        return left + right < size.width && top + bottom < size.height;
      }),
    );
  });
});

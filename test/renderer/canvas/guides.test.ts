import { expect, it } from 'vitest';
import { snapped, toGrid } from '../../../renderer/stores/guides.ts';

const moving = { x: 0, y: 0, width: 100, height: 50 };
const far = { x: 1000, y: 1000, width: 10, height: 10 };

it('what is in line with nothing keeps to the grid of 4', () => {
  expect(snapped(moving, { x: 9, y: 14.6 }, [far], 5)).toEqual({ by: { x: 8, y: 16 }, guides: [] });
  expect(toGrid({ x: 3, y: 5 }, { x: 0, y: 0 })).toEqual({ x: 1, y: -1 });
});

it('an edge within reach of another edge meets it, off the grid, and a line says so', () => {
  const other = { x: 303, y: 200, width: 60, height: 50 };
  expect(snapped(moving, { x: 300, y: 0 }, [other], 5)).toEqual({
    by: { x: 303, y: 0 },
    guides: [{ axis: 'x', at: 303, from: 0, to: 250 }],
  });
});

it('centres meet, and both axes at once', () => {
  const other = { x: 210, y: 203, width: 80, height: 40 };
  expect(snapped(moving, { x: 202, y: 200 }, [other], 5)).toEqual({
    by: { x: 200, y: 198 },
    guides: [
      { axis: 'x', at: 250, from: 198, to: 248 },
      { axis: 'y', at: 223, from: 200, to: 300 },
    ],
  });
});

it('beyond reach nothing is pulled', () => {
  const other = { x: 6, y: 400, width: 500, height: 50 };
  expect(snapped(moving, { x: 0, y: 0 }, [other], 5)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
});

it('of several in line the nearest one is shown', () => {
  const near = { x: 0, y: 100, width: 100, height: 50 };
  const further = { x: 0, y: 900, width: 100, height: 50 };
  expect(snapped(moving, { x: 1, y: 0 }, [further, near], 5).guides).toEqual([
    { axis: 'x', at: 0, from: 0, to: 150 },
  ]);
});

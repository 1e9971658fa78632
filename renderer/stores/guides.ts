import type { Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import type { Guide } from './canvas-store.ts';

/** Canvas pixels at zoom 1. */
export const gridStep = 4;

export interface Snapped {
  readonly by: Position;
  readonly guides: readonly Guide[];
}

/** The move with its start brought onto the grid. */
export function toGrid(start: Position, by: Position): Position {
  return { x: onGrid(start.x + by.x) - start.x, y: onGrid(start.y + by.y) - start.y };
}

/**
 * Brings what moves in line: where one of its edges or its centre is within `reach` of one of another box, the move is
 * made to meet it; elsewhere it keeps to the grid.
 */
export function snapped(moving: Box, by: Position, others: readonly Box[], reach: number): Snapped {
  const grid = toGrid(moving, by);
  const x = nearest('x', moving, by, others, reach);
  const y = nearest('y', moving, by, others, reach);
  const to = { x: x ? by.x + x.shift : grid.x, y: y ? by.y + y.shift : grid.y };
  const at = { ...moving, x: moving.x + to.x, y: moving.y + to.y };
  return {
    by: to,
    guides: [...(x ? [lineOf('x', x.at, at, x.box)] : []), ...(y ? [lineOf('y', y.at, at, y.box)] : [])],
  };
}

interface Met {
  readonly shift: number;
  readonly at: number;
  readonly box: Box;
  /** How far apart the two are along the line: of several in line the nearest is shown. */
  readonly gap: number;
}

function nearest(
  axis: 'x' | 'y',
  moving: Box,
  by: Position,
  others: readonly Box[],
  reach: number,
): Met | undefined {
  const mine = marks(axis, moving).map((mark) => mark + by[axis]);
  let best: Met | undefined;
  for (const box of others) {
    for (const at of marks(axis, box)) {
      for (const mark of mine) {
        const shift = at - mark;
        const gap = gapBetween(axis === 'x' ? 'y' : 'x', moving, by, box);
        const isNearer =
          !best ||
          Math.abs(shift) < Math.abs(best.shift) ||
          (Math.abs(shift) === Math.abs(best.shift) && gap < best.gap);
        if (Math.abs(shift) <= reach && isNearer) best = { shift, at, box, gap };
      }
    }
  }
  return best;
}

function gapBetween(axis: 'x' | 'y', moving: Box, by: Position, box: Box): number {
  const size = axis === 'x' ? 'width' : 'height';
  const start = moving[axis] + by[axis];
  return Math.max(0, box[axis] - (start + moving[size]), start - (box[axis] + box[size]));
}

function marks(axis: 'x' | 'y', box: Box): readonly [number, number, number] {
  const size = axis === 'x' ? box.width : box.height;
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

function lineOf(axis: 'x' | 'y', at: number, a: Box, b: Box): Guide {
  const [, , endA] = marks(axis === 'x' ? 'y' : 'x', a);
  const [, , endB] = marks(axis === 'x' ? 'y' : 'x', b);
  const other = axis === 'x' ? 'y' : 'x';
  return { axis, at, from: Math.min(a[other], b[other]), to: Math.max(endA, endB) };
}

function onGrid(value: number): number {
  return Math.round(value / gridStep) * gridStep;
}

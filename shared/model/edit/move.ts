import { rowOf } from '../../base/by-id.ts';
import { ok } from '../../base/result.ts';
import type { RowChange } from '../change.ts';
import type { Position } from '../design.ts';
import type { Edit } from './edit.ts';

/** Moves devices, by id; one that is already there is left out. */
export const move: Edit<Readonly<Record<string, Position>>> = (design, input) => {
  const positions: Record<string, RowChange<Position>> = {};
  for (const [id, { x, y }] of Object.entries(input)) {
    if (!rowOf(design.devices, id)) continue;
    const before = rowOf(design.positions, id);
    const after = { x: Math.round(x), y: Math.round(y) };
    if (before?.x !== after.x || before.y !== after.y) positions[id] = before ? { before, after } : { after };
  }
  return ok(Object.keys(positions).length > 0 ? { positions } : {});
};

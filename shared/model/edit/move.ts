import { rowOf, type Table } from '../../base/by-id.ts';
import { ok } from '../../base/result.ts';
import type { RowChange } from '../change.ts';
import type { Note, Position } from '../design.ts';
import type { Edit } from './edit.ts';

/** Where things go, by id. */
export interface Move {
  readonly devices?: Table<Position>;
  readonly notes?: Table<Position>;
}

/** Moves devices and notes; one that is already there is left out. */
export const move: Edit<Move> = (design, { devices = {}, notes = {} }) => {
  const positions: Record<string, RowChange<Position>> = {};
  for (const [id, at] of Object.entries(devices)) {
    if (!rowOf(design.devices, id)) continue;
    const before = rowOf(design.positions, id);
    const after = { ...before, ...rounded(at) };
    if (before?.x !== after.x || before.y !== after.y) positions[id] = before ? { before, after } : { after };
  }
  const moved: Record<string, RowChange<Note>> = {};
  for (const [id, at] of Object.entries(notes)) {
    const before = rowOf(design.notes, id);
    if (!before) continue;
    const after = { ...before, ...rounded(at) };
    if (before.x !== after.x || before.y !== after.y) moved[id] = { before, after };
  }
  return ok({
    ...(Object.keys(positions).length > 0 && { positions }),
    ...(Object.keys(moved).length > 0 && { notes: moved }),
  });
};

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

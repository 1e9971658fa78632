import type { Design, Position } from '../design.ts';

/** A device, where its size is not known: canvas pixels at zoom 1. */
const usual = { width: 168, height: 52 };
/** Positions come from files; beyond this nobody finds anything. */
const edge = 1_000_000;

/**
 * How far each thing of a clip moves: by `by`, or so that the middle of the box around all of them comes to `at`; not at
 * all without either.
 */
export function shiftFor(
  clip: Design,
  { at, by }: { readonly at?: Position | undefined; readonly by?: Position | undefined },
): (from: Position) => Position {
  const shift = at ? { x: at.x - middle(clip, 'x'), y: at.y - middle(clip, 'y') } : (by ?? { x: 0, y: 0 });
  return ({ x, y }) => ({ x: bounded(bounded(x) + shift.x), y: bounded(bounded(y) + shift.y) });
}

function middle(clip: Design, axis: 'x' | 'y'): number {
  const size = axis === 'x' ? 'width' : 'height';
  const spans = [
    ...Object.values(clip.positions).map((at) => [bounded(at[axis]), usual[size]] as const),
    ...Object.values(clip.notes).map((note) => [bounded(note[axis]), bounded(note[size])] as const),
  ];
  if (spans.length === 0) return 0;
  const least = spans.reduce((all, [start]) => Math.min(all, start), edge);
  const most = spans.reduce((all, [start, long]) => Math.max(all, start + long), -edge);
  return (least + most) / 2;
}

function bounded(value: number): number {
  return Math.max(-edge, Math.min(edge, Math.round(value))) + 0;
}

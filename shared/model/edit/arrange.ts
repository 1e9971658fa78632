import { rowOf, sortedRows, type Table } from '../../base/by-id.ts';
import type { Position } from '../design.ts';

/** What something covers: canvas pixels at zoom 1. */
export interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

export const arrangements = [
  'align-left',
  'align-centre',
  'align-right',
  'align-top',
  'align-middle',
  'align-bottom',
  'distribute-across',
  'distribute-down',
] as const;
export type Arrangement = (typeof arrangements)[number];

/**
 * Where the boxes go; only those that move. Aligning takes two boxes at least, distributing three. Sides are aligned to
 * the outermost of the selection, middles to the middle of the box around it; distributing keeps the first and the last
 * and makes the gaps between neighbours equal. Whole pixels; done again, nothing moves.
 */
export function arranged(boxes: Table<Box>, how: Arrangement): Record<string, Position> {
  const isAcross = ['align-left', 'align-centre', 'align-right', 'distribute-across'].includes(how);
  const spans = sortedRows(boxes).map(([id, box]): Span => {
    const [start, size] = isAcross ? [box.x, box.width] : [box.y, box.height];
    return { id, start: Math.round(start), size: Math.max(1, Math.round(size)) };
  });
  const result: Record<string, Position> = {};
  for (const { id, start } of placed(spans, how)) {
    const box = rowOf(boxes, id);
    if (!box) continue;
    // Adding 0 makes -0 a plain 0.
    const to = {
      x: (isAcross ? start : Math.round(box.x)) + 0,
      y: (isAcross ? Math.round(box.y) : start) + 0,
    };
    if (to.x !== box.x || to.y !== box.y) result[id] = to;
  }
  return result;
}

/** A box along one axis. */
interface Span {
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

function placed(spans: readonly Span[], how: Arrangement): readonly Span[] {
  if (spans.length < (how.startsWith('distribute') ? 3 : 2)) return [];
  const least = Math.min(...spans.map(({ start }) => start));
  const most = Math.max(...spans.map(({ start, size }) => start + size));
  switch (how) {
    case 'align-left':
    case 'align-top':
      return spans.map((span) => ({ ...span, start: least }));
    case 'align-right':
    case 'align-bottom':
      return spans.map((span) => ({ ...span, start: most - span.size }));
    case 'align-centre':
    case 'align-middle': {
      // The largest is placed first and the others within it, so that rounding never moves the middle a second time.
      const largest = Math.max(...spans.map(({ size }) => size));
      const start = Math.floor((least + most - largest) / 2);
      return spans.map((span) => ({ ...span, start: start + Math.floor((largest - span.size) / 2) }));
    }
    case 'distribute-across':
    case 'distribute-down':
      return distributed(spans);
  }
}

/** Twice the middle, a whole number. */
const middleOf = ({ start, size }: Span): number => 2 * start + size;

function distributed(spans: readonly Span[]): readonly Span[] {
  const inOrder = [...spans].sort((a, b) => middleOf(a) - middleOf(b));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return [];
  const gaps = inOrder.length - 1;
  const inside = inOrder.slice(1, -1).reduce((sum, { size }) => sum + size, 0);
  const room = last.start - first.start - first.size - inside;
  if (room >= 0) {
    let end = first.start;
    return inOrder.map((span, index) => {
      const start = end + Math.floor((room * index) / gaps);
      end += span.size;
      return { ...span, start };
    });
  }
  // They overlap, and gaps below zero would change their order: the middles are spaced evenly instead.
  const reach = middleOf(last) - middleOf(first);
  if (reach < 2 * gaps) return [];
  return inOrder.map((span, index) => {
    const middle = middleOf(first) + Math.floor((reach * index) / gaps);
    return { ...span, start: Math.ceil((middle - span.size) / 2) };
  });
}

import type { InternalNode } from '@xyflow/react';
import { hostHead, isIn } from '../stores/frames.ts';
import type { CableData, FlowNode } from './flow-shapes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const portLeft = 12;
const portStep = 16;
const laneStep = 10;

/** Where a cable leaves each of its two devices: at the port of a switch, else where the straight line meets the border. */
export function cableEnds(
  a: InternalNode<FlowNode>,
  b: InternalNode<FlowNode>,
  data: CableData,
): [Point, Point] {
  const shift = (data.lane - (data.lanes - 1) / 2) * laneStep;
  const middleA = middle(a);
  const middleB = middle(b);
  const anchorA = data.portA === undefined ? headPoint(a, middleB, shift) : portPoint(a, data.portA, middleB);
  const anchorB = data.portB === undefined ? headPoint(b, middleA, shift) : portPoint(b, data.portB, middleA);
  const endA = anchorA ?? meet(a, middleA, anchorB ?? middleB, shift);
  const endB = anchorB ?? meet(b, middleB, anchorA ?? middleA, shift);
  return [endA, endB];
}

function middle(node: InternalNode<FlowNode>): Point {
  const { width = 0, height = 0 } = node.measured;
  const { x, y } = node.internals.positionAbsolute;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Above or below the port's square, on the side of the other device. */
function portPoint(node: InternalNode<FlowNode>, port: number, other: Point): Point {
  const { x, y } = node.internals.positionAbsolute;
  const { height = 0 } = node.measured;
  return { x: x + portLeft + port * portStep + portStep / 2, y: other.y < y + height / 2 ? y : y + height };
}

/** What is on a host is cabled to the header of its frame, right above it where it can be. */
function headPoint(node: InternalNode<FlowNode>, other: Point, shift: number): Point | undefined {
  const { x, y } = node.internals.positionAbsolute;
  const { width = 0, height = 0 } = node.measured;
  if (node.type !== 'host' || !isIn({ x, y, width, height }, other)) return undefined;
  const along = Math.max(x + portLeft, Math.min(other.x + shift, x + width - portLeft));
  return { x: along, y: y + hostHead };
}

function meet(node: InternalNode<FlowNode>, from: Point, to: Point, shift: number): Point {
  const { width = 1, height = 1 } = node.measured;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return from;
  const scale = Math.min(
    width / 2 / Math.max(Math.abs(dx), 0.001),
    height / 2 / Math.max(Math.abs(dy), 0.001),
  );
  const isFlat = width / 2 / Math.max(Math.abs(dx), 0.001) < height / 2 / Math.max(Math.abs(dy), 0.001);
  const point = { x: from.x + dx * scale, y: from.y + dy * scale };
  return isFlat ? { x: point.x, y: point.y + shift } : { x: point.x + shift, y: point.y };
}

import type { Connection, EdgeChange, NodeChange } from '@xyflow/react';
import { cable } from '../actions/cable.ts';
import { canvasStore } from '../stores/canvas-store.ts';
import { type CableEdge, type FlowNode, thingOf } from './flow-shapes.ts';

/** What a person selected. Places are not taken from React Flow: `drag.ts` and `canvas-keys.ts` move things. */
export function onNodesChange(changes: NodeChange<FlowNode>[]): void {
  const state = canvasStore.getState();
  const next = {
    devices: new Set(state.devices),
    notes: new Set(state.notes),
    groups: new Set(state.groups),
  };
  let isOther = false;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const { table, id } = thingOf(change.id);
    if (change.selected) next[table].add(id);
    else next[table].delete(id);
    isOther = true;
  }
  if (isOther) canvasStore.setState(next);
}

export function onEdgesChange(changes: EdgeChange<CableEdge>[]): void {
  const selected = new Set(canvasStore.getState().links);
  let isOther = false;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) selected.add(change.id);
    else selected.delete(change.id);
    isOther = true;
  }
  if (isOther) canvasStore.setState({ links: selected });
}

export function onConnect({ source, target }: Connection): void {
  cable({ device: source }, { device: target });
}

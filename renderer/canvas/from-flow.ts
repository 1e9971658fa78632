import type { Connection, EdgeChange, NodeChange } from '@xyflow/react';
import type { Position } from '../../shared/model/design.ts';
import { cable } from '../actions/cable.ts';
import { moveDevices } from '../actions/edit-rows.ts';
import { canvasStore } from '../stores/canvas-store.ts';
import type { CableEdge, DeviceNode } from './to-flow.ts';

/** What a person did to the nodes: selection and dragging stay in the drawing, a finished move is one edit. */
export function onNodesChange(changes: NodeChange<DeviceNode>[]): void {
  const { devices, drag } = canvasStore.getState();
  const selected = new Set(devices);
  const dragged: Record<string, Position> = {};
  const dropped: Record<string, Position> = {};
  for (const change of changes) {
    if (change.type === 'select') {
      if (change.selected) selected.add(change.id);
      else selected.delete(change.id);
    } else if (change.type === 'position' && change.position) {
      if (change.dragging) dragged[change.id] = change.position;
      else dropped[change.id] = change.position;
    }
  }
  if (changes.some((change) => change.type === 'select')) canvasStore.setState({ devices: selected });
  if (Object.keys(dragged).length > 0) canvasStore.setState({ drag: { ...drag, ...dragged } });
  if (Object.keys(dropped).length > 0) {
    const byKeyboard = Object.keys(drag).length === 0;
    moveDevices(dropped, byKeyboard ? `arrow-keys ${Object.keys(dropped).join(' ')}` : undefined);
    canvasStore.setState({ drag: {} });
  }
}

export function onEdgesChange(changes: EdgeChange<CableEdge>[]): void {
  const selected = new Set(canvasStore.getState().links);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) selected.add(change.id);
    else selected.delete(change.id);
  }
  canvasStore.setState({ links: selected });
}

export function onConnect({ source, target }: Connection): void {
  cable({ device: source }, { device: target });
}

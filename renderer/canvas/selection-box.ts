import type { Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import { canvasStore } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { sceneOf } from '../stores/scene.ts';

let corner: Position | undefined;

/** A selection box begins. React Flow selects the devices and notes that it touches. */
export function startBox(at: Position): void {
  corner = at;
  canvasStore.setState({ boxing: true });
}

/** The box is done: frames count only where it goes all around them, or a box inside one would take it along. */
export function endBox(at: Position): void {
  canvasStore.setState({ boxing: false });
  if (!corner) return;
  const box = {
    x: Math.min(corner.x, at.x),
    y: Math.min(corner.y, at.y),
    width: Math.abs(corner.x - at.x),
    height: Math.abs(corner.y - at.y),
  };
  corner = undefined;
  const { hosts, groups } = sceneOf(designStore.getState().design).frames;
  const within = (frames: ReadonlyMap<string, Box>) =>
    [...frames].filter(([, frame]) => isAround(box, frame)).map(([id]) => id);
  const state = canvasStore.getState();
  canvasStore.setState({
    devices: new Set([...state.devices, ...within(hosts)]),
    groups: new Set([...state.groups, ...within(groups)]),
  });
}

function isAround(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

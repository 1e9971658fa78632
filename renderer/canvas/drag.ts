import type { Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import { dropThings } from '../actions/drop.ts';
import { selected } from '../actions/selection.ts';
import { canvasStore, showTaking } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { union } from '../stores/frames.ts';
import { snapped } from '../stores/guides.ts';
import { movedBy, type MoveSet, moveSetOf, placementsOf } from '../stores/move-set.ts';
import { boxOf, sceneOf } from '../stores/scene.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { thingOf } from './flow-shapes.ts';

interface Start {
  /** The corner of the node that the pointer holds, and the box around everything that moves. */
  readonly corner: Position;
  readonly moving: Box;
  readonly others: readonly Box[];
}

let start: Start | undefined;
/** A hand that clicks trembles; what moved once, moves on. */
let isMoving = false;

const still: Position = { x: 0, y: 0 };
/** Screen pixels within which edges and centres meet, and how far from what moves others are looked at. */
const reach = 5;
const sight = 1200;
const tremble = 3;

/** The pointer began to drag a node: what is selected goes along. */
export function startDrag(node: string, corner: Position): void {
  const { design } = designStore.getState();
  const scene = sceneOf(design);
  const chosen = selected();
  const { table, id } = thingOf(node);
  const with_ = { ...chosen, [table]: new Set([...chosen[table], id]) };
  const set = moveSetOf(design, scene, with_);
  const boxes = [
    ...[...set.devices].map((one) => boxOf(scene, one)),
    ...[...set.notes].map((one) => design.notes[one]),
  ].filter((box) => box !== undefined);
  if (boxes.length === 0) return;
  const moving = union(boxes);
  const others = [
    ...Object.keys(design.devices)
      .filter((one) => !set.devices.has(one))
      .map((one) => boxOf(scene, one)),
    ...Object.entries(design.notes)
      .filter(([one]) => !set.notes.has(one))
      .map(([, note]) => note),
  ].filter((box) => box !== undefined && isNear(box, moving));
  start = { corner, moving, others: others.filter((box) => box !== undefined) };
  isMoving = false;
  canvasStore.setState({ drag: { ...set, by: still, guides: [] } });
}

/** The node is where the pointer has it now. `free` ignores the grid and other devices. */
export function dragTo(corner: Position, free: boolean, zoom: number): void {
  const { drag } = canvasStore.getState();
  if (!start || !drag) return;
  const by = { x: corner.x - start.corner.x, y: corner.y - start.corner.y };
  isMoving ||= Math.hypot(by.x, by.y) * zoom > tremble;
  if (!isMoving) return;
  const to =
    free || !settingsStore.getState().snap
      ? { by, guides: [] }
      : snapped(start.moving, by, start.others, reach / zoom);
  canvasStore.setState({ drag: { ...drag, ...to } });
  const { design } = designStore.getState();
  const placements = placementsOf(design, sceneOf(design), drag, to.by);
  showTaking([...placements.keys()].filter((host) => host !== undefined));
}

/** The pointer let go: one step moves everything, and puts on hosts what was dropped on them. */
export function endDrag(): void {
  const { drag } = canvasStore.getState();
  start = undefined;
  canvasStore.setState({ drag: undefined });
  showTaking([]);
  if (drag && (drag.by.x !== 0 || drag.by.y !== 0)) dropSet(drag, drag.by);
}

function dropSet(set: MoveSet, by: Position): void {
  const { design } = designStore.getState();
  const scene = sceneOf(design);
  dropThings(movedBy(design, scene, set, by), placementsOf(design, scene, set, by));
}

function isNear(box: Box, moving: Box): boolean {
  return (
    box.x < moving.x + moving.width + sight &&
    moving.x < box.x + box.width + sight &&
    box.y < moving.y + moving.height + sight &&
    moving.y < box.y + box.height + sight
  );
}

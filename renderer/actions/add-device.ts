import { rowOf } from '../../shared/base/by-id.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import { addDevice, type NewDevice } from '../../shared/model/edit/add-device.ts';
import { addMany } from '../../shared/model/edit/add-many.ts';
import { inTurn } from '../../shared/model/edit/in-turn.ts';
import { placeOn, runsOnHost } from '../../shared/model/edit/place-on.ts';
import type { Change } from '../../shared/model/change.ts';
import { canvasStore, select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { union } from '../stores/frames.ts';
import { boxOf, sceneOf } from '../stores/scene.ts';
import { report } from './report.ts';

/** What to add, and where: near the middle of what is seen, or at a place and on the host that is there. */
export interface Adding {
  readonly entry: NewDevice;
  readonly count?: number;
  readonly at?: Position;
  readonly host?: string | undefined;
}

/** Canvas pixels at zoom 1: the largest device of the palette, and what is left between two on a host. */
const cell = { width: 196, height: 52 };
const gap = 16;

/** Adds devices as one step and selects them. */
export function addDevices({ entry, count = 1, at, host }: Adding): void {
  const { design } = designStore.getState();
  const taken = takenIds();
  const add = count === 1 ? addDevice : addMany;
  const probe = add(design, { entry, at: { x: 0, y: 0 }, count, taken });
  if (!probe.ok) return void report(probe);
  const corner = at ?? freeSpot(sizeOf(probe.value), canvasStore.getState().centre);
  const devices = Object.keys(probe.value.devices ?? {});
  const fit = devices.filter((id) => {
    const row = probe.value.devices?.[id]?.after;
    return row !== undefined && runsOnHost(row);
  });
  const isGrid = host !== undefined && count > 1 && entry !== 'nat-network';
  const positions = isGrid ? gridOn(host, devices, corner) : {};
  const place = (now: typeof design) => placeOn(now, { devices: fit, host, positions });
  const edit = host === undefined || fit.length === 0 ? add : inTurn(add, place);
  const result = run(edit, { entry, at: corner, count, taken }, labelOf(devices, count));
  const [first = ''] = devices;
  if (report(result)) select({ devices: count === 1 ? [first] : devices });
}

/** Adds one device at a place, or near the middle of what is seen. */
export function addDeviceAt(entry: NewDevice, at?: Position): void {
  addDevices(at ? { entry, at } : { entry });
}

function labelOf(devices: readonly string[], count: number): Message {
  return count === 1
    ? message('edit/add-device', { name: devices[0] ?? '' })
    : message('edit/add-many', { count: devices.length });
}

/** Rows that are no wider than what is on the host already, so that its frame does not grow over its neighbours. */
function gridOn(host: string, devices: readonly string[], { x, y }: Position): Record<string, Position> {
  const { contents, cards } = sceneOf(designStore.getState().design);
  const boxes = (contents.get(host) ?? []).flatMap((id) => cards.get(id) ?? []);
  const width = boxes.length > 0 ? union(boxes).width : 0;
  const columns = Math.max(2, Math.floor((width + gap) / (cell.width + gap)));
  return Object.fromEntries(
    devices.map((id, index) => [
      id,
      {
        x: x + (index % columns) * (cell.width + gap),
        y: y + Math.floor(index / columns) * (cell.height + gap),
      },
    ]),
  );
}

/** What new devices cover from the place they are put at. */
function sizeOf(change: Change): { readonly width: number; readonly height: number } {
  const corners = Object.values(change.positions ?? {}).flatMap(({ after }) => (after ? [after] : []));
  const { width, height } = union([
    { x: 0, y: 0, width: 0, height: 0 },
    ...corners.map(({ x, y }) => ({ x, y, ...cell })),
  ]);
  return { width, height };
}

/** A place close to the middle that covers no device. */
function freeSpot({ width, height }: Pick<Box, 'width' | 'height'>, centre: Position): Position {
  const { design } = designStore.getState();
  const scene = sceneOf(design);
  const taken = [
    ...Object.keys(design.devices).flatMap((id) => boxOf(scene, id) ?? []),
    ...Object.keys(design.notes).flatMap((id) => rowOf(design.notes, id) ?? []),
  ];
  for (let ring = 0; ; ring++) {
    for (const [dx, dy] of ringSteps(ring)) {
      const spot = {
        x: Math.round(centre.x - width / 2 + dx * 200),
        y: Math.round(centre.y - height / 2 + dy * 96),
      };
      const isFree = taken.every(
        (box) =>
          spot.x + width + 20 < box.x ||
          box.x + box.width + 20 < spot.x ||
          spot.y + height + 20 < box.y ||
          box.y + box.height + 20 < spot.y,
      );
      if (isFree) return spot;
    }
  }
}

function ringSteps(ring: number): [number, number][] {
  const steps: [number, number][] = [];
  for (let dy = -ring; dy <= ring; dy++) {
    for (let dx = -ring; dx <= ring; dx++) {
      if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) steps.push([dx, dy]);
    }
  }
  return steps;
}

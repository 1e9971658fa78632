import { rowOf } from '../../shared/base/by-id.ts';
import { sizeOf } from '../../shared/kinds/index.ts';
import { message } from '../../shared/messages/message.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import { addDevice, type NewDevice } from '../../shared/model/edit/add-device.ts';
import { canvasStore, select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { report } from './report.ts';

/** Adds a device where it was dropped, or near the middle of what is seen, and selects it. */
export function addDeviceAt(entry: NewDevice, at?: Position): void {
  const { design } = designStore.getState();
  const input = { entry, at: at ?? freeSpot(design, canvasStore.getState().centre), taken: takenIds() };
  const planned = addDevice(design, input);
  const [first = ''] = Object.keys(planned.ok ? (planned.value.devices ?? {}) : {});
  const result = run(addDevice, input, message('edit/add-device', { name: first }));
  if (report(result)) select([first]);
}

/** A place close to the middle that covers no device. */
function freeSpot(design: Design, centre: Position): Position {
  const taken = Object.entries(design.positions).map(([id, at]) => {
    const device = rowOf(design.devices, id);
    return { at, size: device ? sizeOf(device, 4) : { width: 0, height: 0 } };
  });
  for (let ring = 0; ; ring++) {
    for (const [dx, dy] of ringSteps(ring)) {
      const spot = { x: centre.x - 84 + dx * 200, y: centre.y - 60 + dy * 96 };
      const isFree = taken.every(
        ({ at, size }) =>
          spot.x + 190 < at.x ||
          at.x + size.width + 20 < spot.x ||
          spot.y + 76 < at.y ||
          at.y + size.height + 20 < spot.y,
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

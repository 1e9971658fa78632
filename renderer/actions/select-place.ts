import { select, showDevice } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { type AnyPlace, devicesAt } from '../stores/places.ts';

/** Selects what a place belongs to and brings it into view. */
export function selectPlace(at: AnyPlace): void {
  const devices = devicesAt(designStore.getState().design, at);
  if (at.table === 'links') select([], [at.row]);
  else select(devices.slice(0, 1));
  if (devices[0] !== undefined) showDevice(devices[0]);
}

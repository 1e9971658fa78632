import { bringIntoView, select } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { type AnyPlace, devicesAt } from '../stores/places.ts';

/** Selects what a place belongs to and brings it into view. */
export function selectPlace(at: AnyPlace): void {
  const devices = devicesAt(designStore.getState().design, at);
  if (at.table === 'links') select({ links: [at.row] });
  else select({ devices: devices.slice(0, 1) });
  if (devices[0] !== undefined) bringIntoView({ kind: 'devices', devices: devices.slice(0, 1) });
}

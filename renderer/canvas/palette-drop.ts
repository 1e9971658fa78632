import { hostedEntries, paletteEntries } from '../../shared/kinds/composites.ts';
import type { Position } from '../../shared/model/design.ts';
import { addDevices } from '../actions/add-device.ts';
import { addNoteAt } from '../actions/notes.ts';
import { canvasStore, showTaking } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { union } from '../stores/frames.ts';
import { toGrid } from '../stores/guides.ts';
import { hostAt } from '../stores/move-set.ts';
import { sceneOf } from '../stores/scene.ts';
import { settingsStore } from '../stores/settings-store.ts';

/** Something of the palette is over a point of the lab; undefined when it left the canvas. */
export function carryOver(point: Position | undefined): void {
  const { carried } = canvasStore.getState();
  const host = carried && point && hostFor(carried.entry, point);
  showTaking(host === undefined ? [] : [host]);
}

/** It was dropped there. */
export function dropCarried(point: Position): void {
  const { carried } = canvasStore.getState();
  canvasStore.setState({ carried: undefined });
  showTaking([]);
  if (!carried) return;
  const { entry, count } = carried;
  const corner = entry === 'note' ? { x: -100, y: -48 } : { x: -84, y: -26 };
  const raw = { x: point.x + corner.x, y: point.y + corner.y };
  const by = settingsStore.getState().snap ? toGrid(raw, { x: 0, y: 0 }) : { x: 0, y: 0 };
  const at = { x: raw.x + by.x, y: raw.y + by.y };
  if (entry === 'note') addNoteAt(at);
  else {
    const host = hostFor(entry, point);
    addDevices({ entry, count, host, at: (count > 1 && host !== undefined && below(host)) || at });
  }
}

/** Several come under what is on the host already, so that none covers another. */
function below(host: string): Position | undefined {
  const { contents, cards } = sceneOf(designStore.getState().design);
  const boxes = (contents.get(host) ?? []).flatMap((id) => cards.get(id) ?? []);
  if (boxes.length === 0) return undefined;
  const { x, y, height } = union(boxes);
  return { x, y: y + height + 48 };
}

function hostFor(entry: string, point: Position): string | undefined {
  if (!paletteEntries.some((one) => one === entry && hostedEntries.has(one))) return undefined;
  const { design } = designStore.getState();
  return hostAt(design, sceneOf(design), point);
}

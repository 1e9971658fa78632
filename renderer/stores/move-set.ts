import { rowOf } from '../../shared/base/by-id.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import type { Move } from '../../shared/model/edit/move.ts';
import { runsOnHost } from '../../shared/model/edit/place-on.ts';
import type { Selection } from './canvas-store.ts';
import { isIn } from './frames.ts';
import { boxOf, type Scene } from './scene.ts';

/** What moves when a selection is moved; each thing once. */
export interface MoveSet {
  readonly devices: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** A selected group takes its devices along, a host what is on it. */
export function moveSetOf(
  design: Design,
  scene: Scene,
  selection: Pick<Selection, 'devices' | 'notes' | 'groups'>,
): MoveSet {
  const members = [...selection.groups].flatMap((id) => rowOf(design.groups, id)?.devices ?? []);
  const chosen = [...selection.devices, ...members].filter((id) => rowOf(design.devices, id));
  return {
    devices: new Set(chosen.flatMap((id) => [id, ...(scene.contents.get(id) ?? [])])),
    notes: new Set([...selection.notes].filter((id) => rowOf(design.notes, id))),
  };
}

/** Where everything of a move set goes. */
export function movedBy(design: Design, scene: Scene, set: MoveSet, by: Position): Move {
  const devices: Record<string, Position> = {};
  for (const id of set.devices) {
    const card = scene.cards.get(id);
    if (card) devices[id] = { x: card.x + by.x, y: card.y + by.y };
  }
  const notes: Record<string, Position> = {};
  for (const id of set.notes) {
    const note = rowOf(design.notes, id);
    if (note) notes[id] = { x: note.x + by.x, y: note.y + by.y };
  }
  return { devices, notes };
}

/** The host whose frame or card is at a point; the smallest where several are. */
export function hostAt(
  design: Design,
  scene: Scene,
  point: Position,
  except: ReadonlySet<string> = new Set(),
): string | undefined {
  const found = Object.entries(design.devices)
    .filter(([id, device]) => device.kind === 'host' && !except.has(id))
    .flatMap(([id]) => {
      const box = boxOf(scene, id);
      return box && isIn(box, point) ? [{ id, area: box.width * box.height }] : [];
    });
  return found.sort((a, b) => a.area - b.area)[0]?.id;
}

/** Devices that get another host by a move: each host, or undefined for this computer, with what comes to it. */
export function placementsOf(
  design: Design,
  scene: Scene,
  set: MoveSet,
  by: Position,
): ReadonlyMap<string | undefined, readonly string[]> {
  const result = new Map<string | undefined, string[]>();
  for (const id of set.devices) {
    const device = rowOf(design.devices, id);
    const card = scene.cards.get(id);
    if (!device || !card || !runsOnHost(device)) continue;
    // What a host takes along stays on it; a host that is not drawn is left only for one that is.
    if (device.on !== undefined && set.devices.has(device.on)) continue;
    const isOnDrawn = rowOf(design.devices, device.on)?.kind === 'host';
    const centre = { x: card.x + by.x + card.width / 2, y: card.y + by.y + card.height / 2 };
    const host = hostAt(design, scene, centre, set.devices);
    if (host === device.on || (host === undefined && !isOnDrawn)) continue;
    result.set(host, [...(result.get(host) ?? []), id]);
  }
  return result;
}

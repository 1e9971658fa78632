import { groupBy, rowOf } from '../../shared/base/by-id.ts';
import { sizeOf } from '../../shared/kinds/index.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import { interfacesByDevice } from '../../shared/model/edit/ports.ts';
import { type Frames, framesOf } from './frames.ts';

/** Where everything of a design is drawn. */
export interface Scene {
  /** The card of each device, also of a host that is drawn as a frame. */
  readonly cards: ReadonlyMap<string, Box>;
  /** The devices that run on each drawn host. */
  readonly contents: ReadonlyMap<string, readonly string[]>;
  readonly frames: Frames;
}

const tables = ['devices', 'interfaces', 'positions', 'groups'] as const;
let last: { readonly design: Design; readonly scene: Scene } | undefined;

/** The scene of a design; the same object until something that it is made of changes. */
export function sceneOf(design: Design): Scene {
  const known = last;
  if (known && tables.every((name) => known.design[name] === design[name])) return known.scene;
  const cards = cardsOf(design);
  const contents = contentsOf(design);
  const scene = { cards, contents, frames: framesOf(design, cards, contents) };
  last = { design, scene };
  return scene;
}

/** What a device covers: the frame of a host with devices on it, else its card. */
export function boxOf(scene: Scene, device: string): Box | undefined {
  return scene.frames.hosts.get(device) ?? scene.cards.get(device);
}

function cardsOf(design: Design): Map<string, Box> {
  const ports = interfacesByDevice(design);
  const places = new Map<string, Position>();
  return new Map(
    Object.entries(design.devices).map(([id, device]) => {
      const { x, y } = rowOf(design.positions, id) ?? fallback(design, id, places);
      return [id, { x, y, ...sizeOf(device, ports.get(id)?.length ?? 0) }];
    }),
  );
}

/** Where a device without a position goes: a grid, in order of id. */
function fallback(design: Design, id: string, places: Map<string, Position>): Position {
  if (places.size === 0) {
    for (const [index, one] of Object.keys(design.devices).sort().entries()) {
      places.set(one, { x: (index % 5) * 220, y: Math.floor(index / 5) * 120 });
    }
  }
  return places.get(id) ?? { x: 0, y: 0 };
}

/** Hosts stand beside each other: one that says it runs on another is drawn on its own. */
function contentsOf(design: Design): Map<string, readonly string[]> {
  const inside = Object.entries(design.devices).flatMap(([id, device]) =>
    device.kind !== 'host' && rowOf(design.devices, device.on)?.kind === 'host'
      ? [{ id, host: device.on ?? '' }]
      : [],
  );
  return new Map(
    [...groupBy(inside, ({ host }) => host)].map(([host, devices]) => [host, devices.map(({ id }) => id)]),
  );
}

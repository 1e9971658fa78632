import { rowOf, type Table } from '../../shared/base/by-id.ts';
import type { Group } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import type { Device } from '../../shared/model/topology.ts';

/** The frames around hosts with devices on them, and around groups. */
export interface Frames {
  readonly hosts: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** Groups all of whose devices run on one host: drawn in its frame. */
  readonly inner: ReadonlySet<string>;
}

/** Canvas pixels at zoom 1. */
export const hostHead = 32;
export const groupHead = 24;
const padding = 16;

/**
 * Computes all frames. A host's goes around its own card and what is on it, groups on it included; a group's goes around
 * its devices, with the whole frame of a host among them.
 */
export function framesOf(
  design: { readonly devices: Table<Device>; readonly groups: Table<Group> },
  cards: ReadonlyMap<string, Box>,
  contents: ReadonlyMap<string, readonly string[]>,
): Frames {
  const hostOf = new Map([...contents].flatMap(([host, ids]) => ids.map((id) => [id, host] as const)));
  const groups = new Map<string, Box>();
  const inner = new Map<string, string>();
  for (const [id, row] of Object.entries(design.groups)) {
    const members = row.devices.filter((device) => rowOf(design.devices, device));
    const host = hostOf.get(members[0] ?? '');
    if (host === undefined || members.some((device) => hostOf.get(device) !== host)) continue;
    inner.set(id, host);
    groups.set(id, around(known(members, cards), groupHead));
  }

  const hosts = new Map<string, Box>();
  for (const [host, ids] of contents) {
    const card = cards.get(host);
    const within = [...inner].filter(([, on]) => on === host).map(([id]) => id);
    const inside = [...known(ids, cards), ...known(within, groups)];
    if (card && inside.length > 0) hosts.set(host, union([card, around(inside, hostHead)]));
  }

  for (const [id, row] of Object.entries(design.groups)) {
    if (inner.has(id)) continue;
    const boxes = known(row.devices, { get: (device) => hosts.get(device) ?? cards.get(device) });
    if (boxes.length > 0) groups.set(id, around(boxes, groupHead));
  }
  return { hosts, groups, inner: new Set(inner.keys()) };
}

/** Whether a point lies in a box. */
export function isIn(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** The smallest box around these; they must be at least one. */
export function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function around(boxes: readonly Box[], head: number): Box {
  const { x, y, width, height } = union(boxes);
  return {
    x: x - padding,
    y: y - padding - head,
    width: width + 2 * padding,
    height: height + 2 * padding + head,
  };
}

function known(ids: readonly string[], boxes: { get(id: string): Box | undefined }): Box[] {
  return ids.map((id) => boxes.get(id)).filter((box) => box !== undefined);
}

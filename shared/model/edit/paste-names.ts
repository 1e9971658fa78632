import type { Design } from '../design.ts';
import { type Ids, slug } from './paste-ids.ts';
import { byNumber } from './ports.ts';

export interface PastedDevice {
  readonly id: string;
  readonly name: string;
}

const longest = 63;

/**
 * What the devices of a clip are called in this lab, by their id in the clip. A name that is free is kept; else the
 * number at its end is raised until the name and an id like it are free, and a name without a number gets `-2`.
 */
export function namesFor(design: Design, clip: Design, ids: Ids): ReadonlyMap<string, PastedDevice> {
  const used = new Set(Object.values(design.devices).map(({ name }) => name.toLowerCase()));
  const result = new Map<string, PastedDevice>();
  const give = (device: string, name: string) => {
    used.add(name.toLowerCase());
    result.set(device, { name, id: ids.like(name, device) });
  };
  const inOrder = Object.entries(clip.devices).sort(([, a], [, b]) => byNumber(a.name, b.name));
  // First those that keep theirs, so that a raised number does not take it from them.
  const others = inOrder.filter(([device, { name }]) => {
    if (used.has(name.toLowerCase())) return true;
    give(device, name);
    return false;
  });
  for (const [device, { name }] of others) {
    give(
      device,
      nextName(name, (next) => !used.has(next.toLowerCase()) && ids.isFree(slug(next))),
    );
  }
  return result;
}

function nextName(name: string, isFree: (name: string) => boolean): string {
  const [, stem, digits] = /^(.*[^0-9])([0-9]{1,15})$/s.exec(name) ?? [];
  for (let number = digits === undefined ? 2 : Number(digits) + 1; ; number++) {
    const end = digits === undefined ? `-${number}` : String(number).padStart(digits.length, '0');
    // A name is at most 63 characters; the number at its end is what tells it apart.
    const next = (stem ?? name).slice(0, longest - end.length) + end;
    if (isFree(next)) return next;
  }
}

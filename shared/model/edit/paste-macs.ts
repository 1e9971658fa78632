import { formatMac, mintMac, parseMac } from '../../ip/mac.ts';
import { type Design, labRow } from '../design.ts';

/** What the MAC addresses of a clip become. */
export interface PastedMacs {
  /** That of a pasted interface; interfaces that shared one share the new one. What is no MAC is kept as typed. */
  of(typed: string | undefined, seed: string): string | undefined;
  /** One that a row names: it follows the interface that had it. */
  follow(typed: string): string;
}

/** A MAC that nobody in the lab has for each one that is given; what comes back keeps one that nobody has meanwhile. */
export function pasteMacs(
  design: Pick<Design, 'lab' | 'interfaces' | 'reservations'>,
  comesBack = false,
): PastedMacs {
  const rows = [...Object.values(design.interfaces), ...Object.values(design.reservations)];
  const used = new Set(rows.flatMap(({ mac }) => parseMac(mac ?? '') ?? []));
  const fresh = new Map<string, string>();
  return {
    of: (typed, seed) => {
      const was = typed === undefined ? undefined : parseMac(typed);
      if (was === undefined) return typed;
      const kept = comesBack && !used.has(was) ? was : undefined;
      const mac = fresh.get(was) ?? kept ?? mintMac(`${labRow(design).id} ${seed}`, (one) => used.has(one));
      fresh.set(was, mac);
      used.add(mac);
      return formatMac(mac);
    },
    follow: (typed) => {
      const now = fresh.get(parseMac(typed) ?? '');
      return now === undefined ? typed : formatMac(now);
    },
  };
}

/** VLAN ids that a frame can carry: 1 to 4094 (IEEE 802.1Q; 0 is priority only, 4095 reserved). */
export function isVlanId(id: number): boolean {
  return Number.isInteger(id) && id >= 1 && id <= 4094;
}

/** An allowed-VLAN list as typed: `all`, or `10,20,100-110`. */
export interface VlanSet {
  readonly all: boolean;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Parts that mean nothing, as typed; ids outside 1 to 4094 are kept in `ranges` and reported by a rule. */
  readonly malformed: readonly string[];
}

export function parseVlanSet(text: string | undefined): VlanSet {
  const trimmed = (text ?? '').trim();
  if (trimmed.toLowerCase() === 'all') return { all: true, ranges: [], malformed: [] };
  const ranges: [number, number][] = [];
  const malformed: string[] = [];
  for (const part of trimmed === '' ? [] : trimmed.split(',')) {
    const match = /^\s*([0-9]{1,6})(?:\s*-\s*([0-9]{1,6}))?\s*$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match && first <= last) ranges.push([first, last]);
    else malformed.push(part);
  }
  return { all: false, ranges, malformed };
}

export function vlanSetHas(set: VlanSet, id: number): boolean {
  return isVlanId(id) && (set.all || set.ranges.some(([first, last]) => first <= id && id <= last));
}

/** A list of VLAN ids as people write it: ascending, neighbours joined to ranges. */
export function formatVlanIds(ids: Iterable<number>): string {
  const parts: string[] = [];
  let first: number | undefined;
  let last: number | undefined;
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    if (last !== undefined && id === last + 1) parts.pop();
    else first = id;
    last = id;
    parts.push(first === last ? String(id) : `${first}-${last}`);
  }
  return parts.join(',');
}

/** The ids of a list that a frame can carry, ascending; undefined for `all`. */
export function vlanIdsOf(set: VlanSet): number[] | undefined {
  if (set.all) return undefined;
  const ids = new Set<number>();
  for (const [first, last] of set.ranges) {
    for (let id = Math.max(1, first); id <= Math.min(4094, last); id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

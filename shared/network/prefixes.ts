import { bitsOf, type Cidr, formatCidr } from '../ip/address.ts';
import { contains, isLinkLocal, prefixOf } from '../ip/prefix.ts';
import type { Place } from '../model/design.ts';
import type { HeldAddress, Segment } from './network.ts';

/** A prefix in use on a segment, and the row that says so. */
export interface UsedPrefix {
  readonly segment: Segment;
  readonly prefix: Cidr;
  readonly at: Place;
}

/** Whether an address stands for its prefix: single addresses (/32, /128) and link-local ones do not. */
export function namesPrefix({ address, length }: Cidr): boolean {
  return length < bitsOf(address.version) && !isLinkLocal(address);
}

export function placeOfAddress({ interface: row, index }: HeldAddress): Place {
  return { table: 'interfaces', row, field: `addresses.${index}` };
}

/**
 * The prefixes that a segment uses, each once: of each IP version its subnet rows, and where it has none, what its addresses
 * say. An address that is in none of the rows is a mistake of its own, not one more prefix. A row that is here only because it
 * holds addresses, and a narrower row holds all of them, is of another segment.
 */
export function prefixesOn(segment: Segment): readonly UsedPrefix[] {
  const known = found.get(segment) ?? findPrefixes(segment);
  found.set(segment, known);
  return known;
}

/** Most rules about prefixes ask for those of every segment. */
const found = new WeakMap<Segment, readonly UsedPrefix[]>();

function findPrefixes(segment: Segment): UsedPrefix[] {
  const used = new Map<string, UsedPrefix>();
  const versions = new Set(segment.subnets.map(({ prefix }) => prefix.address.version));
  for (const { id, prefix, row } of segment.subnets) {
    const isLoose = row.vlan === undefined && row.switch === undefined;
    if (isLoose && segment.subnets.length > 1 && !isNarrowest(segment, prefix)) continue;
    const key = formatCidr(prefix);
    if (!used.has(key))
      used.set(key, { segment, prefix, at: { table: 'subnets', row: id, field: 'prefix' } });
  }
  for (const held of segment.addresses) {
    if (versions.has(held.cidr.address.version) || !namesPrefix(held.cidr)) continue;
    const prefix = prefixOf(held.cidr);
    const key = formatCidr(prefix);
    if (!used.has(key)) used.set(key, { segment, prefix, at: placeOfAddress(held) });
  }
  return [...used.values()];
}

function isNarrowest(segment: Segment, prefix: Cidr): boolean {
  const narrower = segment.subnets.filter((one) => one.prefix.length > prefix.length);
  return segment.addresses.some(
    ({ cidr: { address } }) =>
      contains(prefix, address) && !narrower.some((one) => contains(one.prefix, address)),
  );
}

/**
 * Items in order of their prefix, each with those before it that contain it, widest first. Prefixes are nested or apart, so one
 * pass over the sorted items finds all that overlap.
 */
export function* nested<Item extends { readonly prefix: Cidr }>(
  items: readonly Item[],
): Generator<{ readonly item: Item; readonly around: readonly Item[] }> {
  const sorted = [...items].sort(
    ({ prefix: a }, { prefix: b }) =>
      a.address.version - b.address.version ||
      byValue(a.address.value, b.address.value) ||
      a.length - b.length,
  );
  const around: Item[] = [];
  for (const item of sorted) {
    for (let top = around.at(-1); top && !contains(top.prefix, item.prefix.address); top = around.at(-1)) {
      around.pop();
    }
    yield { item, around: [...around] };
    around.push(item);
  }
}

function byValue(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

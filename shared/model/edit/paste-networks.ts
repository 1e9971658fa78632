import { rowOf, sortedRows } from '../../base/by-id.ts';
import { type Address, type Cidr } from '../../ip/address.ts';
import { nextFreePrefix, overlap, prefixKey } from '../../ip/free-prefix.ts';
import { contains, networkOf, parsePrefix } from '../../ip/prefix.ts';
import type { Design } from '../design.ts';
import type { Islands } from './islands.ts';
import { isOccupied, type Occupied } from './occupied.ts';

/** A whole subnet that gets another prefix of the same length. */
export interface NetworkMove {
  readonly island: string;
  readonly from: Cidr;
  readonly to: Cidr;
}

/**
 * Subnets of a clip that need another prefix. A subnet whose switch is pasted is a second network, not more of the
 * first, so where its prefix is in use in this lab all of it moves to the next free one. It does not where the switch is
 * cabled to one of this lab again: then it is the same network. The network of a NAT service that is pasted without a cable moves too.
 *
 * @param joined islands that are cabled to this lab again
 */
export function networkMoves(
  clip: Design,
  islands: Islands,
  occupied: Occupied,
  joined: ReadonlySet<string>,
): NetworkMove[] {
  const subnets = sortedRows(clip.subnets).flatMap(([, row]) => {
    const prefix = parsePrefix(row.prefix.trim());
    const island = rowOf(clip.devices, row.switch) && islands.ofSwitch(row.switch);
    return prefix && island !== undefined && !joined.has(island) ? [{ prefix, island }] : [];
  });
  const nats = sortedRows(clip.interfaces).flatMap(([id, { device, addresses = [] }]) => {
    const island = islands.ofInterface(id);
    if (island === undefined || island !== device || joined.has(island)) return [];
    if (rowOf(clip.devices, device)?.engine !== 'nat') return [];
    return addresses.flatMap((text) => {
      const prefix = parsePrefix(text.trim());
      return prefix ? [{ prefix, island }] : [];
    });
  });
  const rows = [...subnets, ...nats];
  const settled = new Map<string, Cidr>();
  const moves: NetworkMove[] = [];
  for (const { prefix, island } of rows) {
    const key = `${island} ${prefixKey(prefix)}`;
    if (settled.has(key)) continue;
    const given = [...settled.values()];
    const clashes = (one: Cidr) => isOccupied(occupied, one) || given.some((other) => overlap(other, one));
    const wanted = rows.map((row) => row.prefix);
    const to = clashes(prefix)
      ? nextFreePrefix(prefix, (one) => clashes(one) || wanted.some((other) => overlap(other, one)))
      : prefix;
    settled.set(key, to ?? prefix);
    if (to && to !== prefix) moves.push({ island, from: prefix, to });
  }
  return moves;
}

/** The address at the same place in the new prefix. */
export function moveAddress({ from, to }: NetworkMove, address: Address): Address {
  const value = networkOf(to).value + (address.value - networkOf(from).value);
  return { version: address.version, value };
}

/** The move that an address of an island is part of; one on no island goes with whichever has its prefix. */
export function moveOf(
  moves: readonly NetworkMove[],
  address: Address,
  island: string | undefined,
): NetworkMove | undefined {
  return moves.find(
    (move) => (island === undefined || island === move.island) && contains(move.from, address),
  );
}

/** The move that a prefix is part of: its own, else that of one around it. */
export function moveOfPrefix(moves: readonly NetworkMove[], prefix: Cidr): NetworkMove | undefined {
  const around = moves.filter(
    ({ from }) => from.length <= prefix.length && contains(from, networkOf(prefix)),
  );
  return around.find(({ from }) => from.length === prefix.length) ?? around[0];
}

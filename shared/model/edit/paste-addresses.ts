import { sortedRows } from '../../base/by-id.ts';
import {
  type Address,
  addressKey,
  type Cidr,
  formatCidr,
  parseAddress,
  parseCidr,
} from '../../ip/address.ts';
import { contains, nextFree, parsePrefix, prefixOf } from '../../ip/prefix.ts';
import type { Design } from '../design.ts';
import type { Islands } from './islands.ts';
import { occupiedIn, serviceAddresses } from './occupied.ts';
import { moveAddress, moveOf, moveOfPrefix, networkMoves } from './paste-networks.ts';

/** What the addresses of a clip become in a lab. */
export interface PastedAddresses {
  /** The addresses of an interface of the clip. */
  of(id: string): readonly string[] | undefined;
  /** What an address has become that something on one of these islands names; undefined where nothing is known of it. */
  follow(was: Address, islands: readonly string[]): Address | undefined;
  /** The same for a prefix: one that moved as a whole, or lies in one that did. */
  followPrefix(was: Cidr, islands: readonly string[]): Cidr | undefined;
  /** An address for something that is no interface: the one it follows, else one that nobody has; undefined where all are in use. */
  take(was: Address, islands: readonly string[], prefix: Cidr | undefined): Address | undefined;
}

/**
 * Gives the interfaces of a clip addresses that nobody in the lab has. A subnet that is pasted whole moves as a whole
 * (`networkMoves`); any other address is kept where it is free, is the next free one of its prefix where it is not, and
 * is left out where the prefix is full. What is no address is kept as typed.
 */
export function pasteAddresses(
  lab: Pick<Design, 'devices' | 'interfaces' | 'subnets' | 'reservations' | 'virtualAddresses'>,
  clip: Design,
  islands: Islands,
  joined: ReadonlySet<string>,
): PastedAddresses {
  const occupied = occupiedIn(lab);
  const moves = networkMoves(clip, islands, occupied, joined);
  const used = new Set([...occupied.addresses, ...givenAddresses(lab)].map(addressKey));
  const became = new Map<string, Address>();
  const result = new Map<string, (string | undefined)[]>();

  const settle = ({ id, index, island, was }: Typed, cidr: Cidr, text: string): void => {
    used.add(addressKey(cidr.address));
    const row = result.get(id);
    if (row) row[index] = text;
    for (const key of [keyOn(island, was), keyOn(undefined, was)]) {
      if (!became.has(key)) became.set(key, cidr.address);
    }
  };

  const taken: { readonly typed: Typed; readonly cidr: Cidr }[] = [];
  for (const [id, { addresses = [] }] of sortedRows(clip.interfaces)) {
    const island = islands.ofInterface(id);
    result.set(id, [...addresses]);
    for (const [index, text] of addresses.entries()) {
      const before = parseCidr(text.trim());
      if (!before) continue;
      const move = moveOf(moves, before.address, island);
      const cidr = move ? { address: moveAddress(move, before.address), length: before.length } : before;
      const typed: Typed = { id, index, island, was: before.address };
      if (used.has(addressKey(cidr.address))) taken.push({ typed, cidr });
      else settle(typed, cidr, move ? formatCidr(cidr) : text);
    }
  }

  // Only now, when it is known what is kept: these must not be given to anybody.
  const reserved = new Set(
    [
      ...serviceAddresses(lab, (_id, row) => row.addresses),
      ...serviceAddresses(clip, (id) => result.get(id)),
    ].map(addressKey),
  );
  for (const row of Object.values(clip.subnets)) {
    const gateway = row.gateway === undefined ? undefined : parseAddress(row.gateway.trim());
    const move = gateway && moveOf(moves, gateway, islands.ofSwitch(row.switch));
    if (gateway) reserved.add(addressKey(move ? moveAddress(move, gateway) : gateway));
  }
  const refuse = (address: Address) => used.has(addressKey(address)) || reserved.has(addressKey(address));
  for (const { typed, cidr } of taken) {
    const address = nextFree(prefixOf(cidr), refuse, cidr.address);
    const row = result.get(typed.id);
    if (row) row[typed.index] = undefined;
    if (address)
      settle(typed, { address, length: cidr.length }, formatCidr({ address, length: cidr.length }));
  }

  const follow: PastedAddresses['follow'] = (was, on) => {
    for (const island of on) {
      const own = became.get(keyOn(island, was));
      const move = own ? undefined : moveOf(moves, was, island);
      if (own || move) return own ?? (move && moveAddress(move, was));
    }
    const any = became.get(keyOn(undefined, was));
    const move = any || isAtHome(clip, islands, on, was) ? undefined : moveOf(moves, was, undefined);
    return any ?? (move && moveAddress(move, was));
  };

  const claimed = new Set<string>();
  return {
    of: (id) => {
      const all = result.get(id)?.filter((text) => text !== undefined) ?? [];
      return all.length > 0 ? all : undefined;
    },
    follow,
    followPrefix: (was, on) => {
      const own = moves.filter((one) => on.includes(one.island));
      const move =
        moveOfPrefix(own, was) ??
        (isAtHome(clip, islands, on, was.address) ? undefined : moveOfPrefix(moves, was));
      return move && { address: moveAddress(move, was.address), length: was.length };
    },
    take: (was, on, prefix) => {
      const followed = follow(was, on);
      const wanted = followed ?? was;
      const key = addressKey(wanted);
      const isOwn = [...on, undefined].some((island) => became.has(keyOn(island, was)));
      if (!used.has(key) || (isOwn && !claimed.has(key))) {
        used.add(key);
        claimed.add(key);
        return wanted;
      }
      const free = prefix && nextFree(prefixOf(prefix), refuse, wanted);
      if (free) for (const all of [used, claimed]) all.add(addressKey(free));
      return free;
    },
  };
}

/** Addresses of a lab that are kept for somebody, although no interface has them. */
function givenAddresses(lab: Pick<Design, 'reservations' | 'virtualAddresses'>): Address[] {
  return [
    ...Object.values(lab.reservations).flatMap(({ address }) => parseAddress(address.trim()) ?? []),
    ...Object.values(lab.virtualAddresses).flatMap(({ address }) => parseCidr(address.trim())?.address ?? []),
  ];
}

/** Whether an address is of a subnet of these islands, so that no other network's move is meant. */
function isAtHome(clip: Design, islands: Islands, on: readonly string[], address: Address): boolean {
  return Object.values(clip.subnets).some((row) => {
    const prefix = parsePrefix(row.prefix.trim());
    return prefix && on.includes(islands.ofSwitch(row.switch) ?? '') && contains(prefix, address);
  });
}

interface Typed {
  readonly id: string;
  readonly index: number;
  readonly island: string | undefined;
  readonly was: Address;
}

function keyOn(island: string | undefined, address: Address): string {
  return `${island ?? ''} ${addressKey(address)}`;
}

import { rowOf } from '../base/by-id.ts';
import { type Address, addressKey, type Cidr, parseAddress, parseCidr } from '../ip/address.ts';
import { type AddressRange, inRange, parsePool } from '../ip/pool.ts';
import { contains, networkOf, nextFree, prefixOf, lastOf } from '../ip/prefix.ts';
import { overlap } from '../ip/free-prefix.ts';
import { serviceAddress } from '../model/edit/occupied.ts';
import type { Topology } from '../model/topology.ts';
import type { Network, Segment } from './network.ts';
import { leadsOutside } from './outside.ts';

/** Where a lab stands, and what it already has of it. */
export interface AddressSpace {
  readonly topology: Topology;
  readonly network: Pick<Network, 'segments' | 'domains'>;
  /** Given to interfaces of other segments in the same step. */
  readonly given?: readonly { readonly segment: Segment; readonly address: Address }[] | undefined;
}

/** What of a prefix must not be given to an interface of a segment, and where to begin. */
export interface Room {
  /** Keys of addresses. */
  readonly taken: Set<string>;
  /** Those of them that interfaces have. */
  readonly held: ReadonlySet<string>;
  /** What DHCP servers hand out. */
  readonly pools: readonly AddressRange[];
  /** Addresses above this one are given first. */
  readonly after: Address | undefined;
}

/**
 * What is in use of a prefix, over the whole lab: what interfaces hold, gateways, reservations, addresses that several share,
 * DHCP pools, and what NAT services keep for themselves. Another network that repeats the prefix does not count: one of a
 * subnet of its own that no router joins with this one.
 *
 * On a wire that leads outside there are addresses that nobody drew, the lowest ones most of all; and VirtualBox's
 * DHCP server on a NAT network hands out nearly all of it from the bottom up. So there what is free higher up is given.
 */
export function roomOn(space: AddressSpace, segment: Segment, prefix: Cidr): Room {
  const { topology, network, given = [] } = space;
  const others = otherNetworks(network, segment, prefix);
  const ownSubnets = new Set(segment.subnets.map(({ id }) => id));
  const otherSubnets = new Set(
    network.segments.flatMap(({ id, subnets }) => (others.has(id) ? subnets.map((one) => one.id) : [])),
  );
  const counts = (subnet: string): boolean => ownSubnets.has(subnet) || !otherSubnets.has(subnet);
  const rows = Object.entries(topology.subnets).flatMap(([id, row]) => (counts(id) ? [row] : []));

  const held = network.segments
    .filter((one) => !others.has(one.id))
    .flatMap(({ addresses }) => addresses)
    .filter(({ cidr }) => contains(prefix, cidr.address));
  const ofInterfaces = [
    ...held.map(({ cidr }) => cidr.address),
    ...given.flatMap((one) => (others.has(one.segment.id) ? [] : one.address)),
  ];
  const known = [...ofInterfaces, ...rows.flatMap(({ gateway = '' }) => parseAddress(gateway.trim()) ?? [])];
  const kept = [
    ...held.flatMap(({ device, cidr }) => (isNat(topology, device) ? serviceAddress(cidr) : [])),
    ...(natsOn(topology, segment) ? [serviceAddress(prefix)] : []),
    ...Object.values(topology.reservations).flatMap(({ subnet, address }) =>
      counts(subnet) ? (parseAddress(address.trim()) ?? []) : [],
    ),
    ...Object.values(topology.virtualAddresses).flatMap(
      ({ address }) => parseCidr(address.trim())?.address ?? parseAddress(address.trim()) ?? [],
    ),
  ];
  const pools = rows.flatMap(({ dhcpPools = [] }) => dhcpPools.flatMap((text) => parsePool(text) ?? []));
  return {
    taken: new Set([...known, ...kept].map(addressKey)),
    held: new Set(ofInterfaces.map(addressKey)),
    pools,
    after: startOn(topology, segment, prefix, known),
  };
}

/** The next free address in a room, else the lowest of all; undefined where it is full. */
export function nextIn(
  { taken, pools }: Room,
  prefix: Cidr,
  after: Address | undefined,
): Address | undefined {
  const isTaken = (address: Address) =>
    taken.has(addressKey(address)) || pools.some((pool) => inRange(pool, address));
  return nextFree(prefixOf(prefix), isTaken, after);
}

/** The first address of a prefix to give on a segment; undefined where it is full. */
export function freeAddressOn(space: AddressSpace, segment: Segment, prefix: Cidr): Address | undefined {
  const room = roomOn(space, segment, prefix);
  return nextIn(room, prefix, room.after);
}

/** The ids of segments that repeat a prefix: each has a subnet of its own for it, and no router joins them with this one. */
function otherNetworks(
  { segments, domains }: AddressSpace['network'],
  segment: Segment,
  prefix: Cidr,
): ReadonlySet<string> {
  const own = new Set(segment.subnets.map(({ id }) => id));
  const domain = domains.get(segment.id);
  const repeats = (one: Segment): boolean =>
    one.id !== segment.id &&
    one.subnets.some((subnet) => overlap(subnet.prefix, prefix)) &&
    !one.subnets.some(({ id }) => own.has(id)) &&
    domains.get(one.id) !== domain;
  return new Set(segments.filter(repeats).map(({ id }) => id));
}

function startOn(
  topology: Topology,
  segment: Segment,
  prefix: Cidr,
  known: readonly Address[],
): Address | undefined {
  if (leadsOutside(topology, segment)) {
    const inside = known.filter((address) => contains(prefix, address));
    return inside.reduce<Address | undefined>(
      (most, one) => (most === undefined || one.value > most.value ? one : most),
      undefined,
    );
  }
  const handsOut = natsOn(topology, segment) && segment.interfaces.some(({ row }) => row.dhcp === true);
  if (!handsOut) return undefined;
  const [first, last] = [networkOf(prefix), lastOf(prefix)];
  return { version: first.version, value: (first.value + last.value) / 2n };
}

function natsOn(topology: Topology, segment: Segment): boolean {
  return segment.interfaces.some(({ row }) => isNat(topology, row.device));
}

function isNat(topology: Topology, device: string): boolean {
  return rowOf(topology.devices, device)?.engine === 'nat';
}

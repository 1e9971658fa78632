import { rowOf, sortedRows } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { isVlanId, parseVlanSet, type VlanSet, vlanSetHas } from '../ip/vlan-set.ts';
import type { Device, Interface, Topology } from '../model/topology.ts';
import { accessVlan, isSwitchPort, modeOf, takesPart, vlansInUse } from './ports.ts';

/** A tag on the wire; undefined for an untagged frame. */
export type Tag = number | undefined;

/** A place where frames are flooded or taken: an interface, or a VLAN (or tag) of a switch. */
export type Spot =
  | { readonly kind: 'interface'; readonly id: string }
  | {
      readonly kind: 'bridge';
      readonly switch: string;
      readonly vlan: number | undefined;
      readonly aware: boolean;
    };

/** A frame that left one spot over a cable comes out at another. */
export interface Hop {
  readonly link: string;
  readonly from: number;
  readonly to: number;
}

export interface FrameReach {
  readonly spots: readonly Spot[];
  readonly hops: readonly Hop[];
}

/**
 * Where frames can go, one cable at a time: a directed relation, since a native mismatch leaks one way (model of IEEE
 * 802.1Q ingress and egress). Interfaces without a cable are spots all the same. Worked out once while the lab stays as it is.
 *
 * @param options.unplugged whether cables of unplugged interfaces count as plugged in
 */
export function frameReach(
  topology: Topology,
  options: { readonly unplugged: 'cut' | 'joined' },
): FrameReach {
  const isSame = !Object.values(topology.interfaces).some(({ connected }) => connected === false);
  return options.unplugged === 'cut' || isSame ? reachOfPlugged(topology) : reach(topology, 'joined');
}

const reachOfPlugged = memoLast((topology: Topology) => reach(topology, 'cut'));

function reach(topology: Topology, unplugged: 'cut' | 'joined'): FrameReach {
  const world = createSpots(topology);
  const hops: Hop[] = [];
  for (const [link, { a: idA, b: idB }] of Object.entries(topology.links)) {
    const a = rowOf(topology.interfaces, idA);
    const b = rowOf(topology.interfaces, idB);
    if (!a || !b || idA === idB || !carriesFrames(topology, a) || !carriesFrames(topology, b)) continue;
    if (unplugged === 'cut' && (a.connected === false || b.connected === false)) continue;
    for (const [from, fromRow, to, toRow] of [
      [idA, a, idB, b],
      [idB, b, idA, a],
    ] as const) {
      const arrivals = new Map(world.at(to, toRow, 'in'));
      for (const [tag, spot] of world.at(from, fromRow, 'out')) {
        const arrival = arrivals.get(tag);
        if (arrival !== undefined) hops.push({ link, from: spot, to: arrival });
      }
    }
  }
  return { spots: world.spots, hops };
}

function carriesFrames(topology: Topology, row: Interface): boolean {
  return takesPart(topology, row) && row.parent === undefined;
}

interface Spots {
  readonly spots: readonly Spot[];
  /** Where a frame with each tag stands on the way into or out of a port. */
  at(id: string, row: Interface, direction: 'in' | 'out'): readonly [Tag, number][];
}

function createSpots(topology: Topology): Spots {
  const spots: Spot[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string, spot: () => Spot): number => {
    const known = numbers.get(key) ?? spots.push(spot()) - 1;
    numbers.set(key, known);
    return known;
  };
  const interfaceSpot = (id: string): number => numberOf(`i ${id}`, () => ({ kind: 'interface', id }));
  const inUse = vlansInUse(topology);
  const whole = wholeOf(topology);
  const subInterfaces = new Map<string, [string, Interface][]>();
  for (const [id, row] of sortedRows(topology.interfaces)) {
    if (!takesPart(topology, row)) continue;
    if (!isSwitchPort(topology, row)) interfaceSpot(id);
    if (row.parent !== undefined)
      subInterfaces.set(row.parent, [...(subInterfaces.get(row.parent) ?? []), [id, row]]);
  }
  return {
    spots,
    at(member, memberRow, direction) {
      const id = whole.get(member) ?? member;
      const row = rowOf(topology.interfaces, id) ?? memberRow;
      const device = rowOf(topology.devices, row.device);
      if (isSwitchPort(topology, row)) {
        return tagsOf(row, device, inUse, direction).map(([tag, vlan]) => {
          const aware = device?.vlanAware !== false;
          const spot: Spot = { kind: 'bridge', switch: row.device, vlan, aware };
          return [tag, numberOf(`b ${row.device} ${vlan ?? '-'}`, () => spot)];
        });
      }
      const own: [Tag, number][] = [[undefined, interfaceSpot(id)]];
      for (const [sub, { tag }] of subInterfaces.get(id) ?? []) {
        if (tag !== undefined && isVlanId(tag)) own.push([tag, interfaceSpot(sub)]);
      }
      return own;
    },
  };
}

/** For each member of a bond, the interface that stands for the whole. */
function wholeOf(topology: Topology): ReadonlyMap<string, string> {
  return new Map(
    Object.values(topology.bonds).flatMap((bond) => {
      const whole = bond.interface ?? bond.members[0];
      return whole === undefined || rowOf(topology.interfaces, whole)?.device !== bond.device
        ? []
        : bond.members.map((member): [string, string] => [member, whole]);
    }),
  );
}

/** Tags that a switch port takes in or sends out, each with the VLAN inside; for an unaware switch the tag itself. */
function tagsOf(
  row: Interface,
  device: Device | undefined,
  inUse: readonly number[],
  direction: 'in' | 'out',
): [Tag, number | undefined][] {
  if (device?.vlanAware === false)
    return [[undefined, undefined], ...inUse.map((id): [Tag, number] => [id, id])];
  if (modeOf(row, device) === 'access')
    return isVlanId(accessVlan(row)) ? [[undefined, accessVlan(row)]] : [];
  const allowed: VlanSet = parseVlanSet(row.allowedVlans ?? 'all');
  const native = row.nativeVlan;
  const tags = inUse
    .filter((id) => id !== native && vlanSetHas(allowed, id))
    .map((id): [Tag, number] => [id, id]);
  if (native === undefined || !isVlanId(native)) return tags;
  // A native VLAN implies allowed; a frame that carries its tag is taken in all the same.
  return direction === 'in'
    ? [[undefined, native], [native, native], ...tags]
    : [[undefined, native], ...tags];
}

import { byText, rowOf, sortedRows } from '../base/by-id.ts';
import { isVlanId, parseVlanSet, type VlanSet, vlanSetHas } from '../ip/vlan-set.ts';
import type { Device, Interface, Topology } from '../model/topology.ts';
import { accessVlan, isSwitchPort, modeOf, takesPart, vlansInUse } from './ports.ts';
import { stronglyConnected } from './strongly-connected.ts';

/** A tag on the wire; undefined for an untagged frame. */
type Tag = number | undefined;

/** A place where frames are flooded or taken: an interface, or a VLAN (or tag) of a switch. */
type Spot =
  | { readonly kind: 'interface'; readonly id: string }
  | {
      readonly kind: 'bridge';
      readonly switch: string;
      readonly vlan: number | undefined;
      readonly aware: boolean;
    };

export interface Wire {
  readonly id: string;
  readonly interfaces: readonly string[];
  readonly bridges: readonly {
    readonly switch: string;
    readonly vlan: number | undefined;
    readonly aware: boolean;
  }[];
}

/**
 * Broadcast domains of a topology, by id. Frame reach is directed (a native mismatch leaks one way), so a domain is the
 * strongly connected part of the relation "a frame from here comes out there" (model of IEEE 802.1Q ingress and egress).
 * Never computed by joining VLAN numbers.
 *
 * @param options.unplugged whether cables of unplugged interfaces count as plugged in
 */
export function wires(topology: Topology, options: { readonly unplugged: 'cut' | 'joined' }): Wire[] {
  const spots: Spot[] = [];
  const numbers = new Map<string, number>();
  const edges: number[][] = [];
  const spotNumber = (key: string, spot: () => Spot): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, spots.length);
    edges.push([]);
    return spots.push(spot()) - 1;
  };
  const inUse = vlansInUse(topology);
  const subInterfaces = new Map<string, [string, Interface][]>();
  for (const [id, row] of sortedRows(topology.interfaces)) {
    if (!takesPart(topology, row)) continue;
    if (!isSwitchPort(topology, row)) spotNumber(`i ${id}`, () => ({ kind: 'interface', id }));
    if (row.parent !== undefined)
      subInterfaces.set(row.parent, [...(subInterfaces.get(row.parent) ?? []), [id, row]]);
  }

  /** Where an untagged or tagged frame stands on the way out of a port, by tag. */
  const spotsAt = (id: string, row: Interface, direction: 'in' | 'out'): [Tag, number][] => {
    const device = rowOf(topology.devices, row.device);
    if (!isSwitchPort(topology, row)) {
      const own: [Tag, number][] = [[undefined, spotNumber(`i ${id}`, () => ({ kind: 'interface', id }))]];
      for (const [sub, subRow] of subInterfaces.get(id) ?? []) {
        if (subRow.tag !== undefined && isVlanId(subRow.tag)) {
          own.push([subRow.tag, spotNumber(`i ${sub}`, () => ({ kind: 'interface', id: sub }))]);
        }
      }
      return own;
    }
    return tagsOf(row, device, inUse, direction).map(([tag, vlan]) => {
      const aware = device?.vlanAware !== false;
      const spot: Spot = { kind: 'bridge', switch: row.device, vlan, aware };
      return [tag, spotNumber(`b ${row.device} ${vlan ?? '-'}`, () => spot)];
    });
  };

  for (const link of Object.values(topology.links)) {
    const a = rowOf(topology.interfaces, link.a);
    const b = rowOf(topology.interfaces, link.b);
    if (
      !a ||
      !b ||
      !takesPart(topology, a) ||
      !takesPart(topology, b) ||
      link.a === link.b ||
      a.parent !== undefined ||
      b.parent !== undefined
    )
      continue;
    if (options.unplugged === 'cut' && (a.connected === false || b.connected === false)) continue;
    for (const [from, fromRow, to, toRow] of [
      [link.a, a, link.b, b],
      [link.b, b, link.a, a],
    ] as const) {
      const arrivals = new Map(spotsAt(to, toRow, 'in'));
      for (const [tag, spot] of spotsAt(from, fromRow, 'out')) {
        const arrival = arrivals.get(tag);
        if (arrival !== undefined) edges[spot]?.push(arrival);
      }
    }
  }
  return toWires(spots, stronglyConnected(edges));
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

function toWires(spots: readonly Spot[], component: readonly number[]): Wire[] {
  const groups = new Map<number, { interfaces: string[]; bridges: Extract<Spot, { kind: 'bridge' }>[] }>();
  for (const [number, spot] of spots.entries()) {
    const key = component[number] ?? -1;
    const group = groups.get(key) ?? { interfaces: [], bridges: [] };
    groups.set(key, group);
    if (spot.kind === 'interface') group.interfaces.push(spot.id);
    else group.bridges.push(spot);
  }
  const result: Wire[] = [];
  for (const { interfaces, bridges } of groups.values()) {
    if (interfaces.length === 0) continue;
    interfaces.sort(byText);
    bridges.sort((a, b) => byText(a.switch, b.switch) || (a.vlan ?? 0) - (b.vlan ?? 0));
    const first = bridges[0];
    const id = first
      ? `${first.switch}-${first.vlan === undefined ? 'untagged' : `v${first.vlan}`}`
      : (interfaces[0] ?? '');
    result.push({
      id,
      interfaces,
      bridges: bridges.map(({ switch: name, vlan, aware }) => ({ switch: name, vlan, aware })),
    });
  }
  return result.sort((a, b) => byText(a.id, b.id));
}

import { rowOf, sortedRows } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { parseVlanSet, vlanSetHas } from '../ip/vlan-set.ts';
import type { Device, Interface, Link, Topology } from '../model/topology.ts';
import { accessVlan, isSwitchPort, modeOf, takesPart } from './ports.ts';

/** One end of a cable, with the device that it is plugged into. */
export interface CableEnd {
  readonly id: string;
  readonly row: Interface;
  readonly device: Device;
  /** Whether it is a port of a switch that passes frames on. */
  readonly switchPort: boolean;
}

export interface Cable {
  readonly link: string;
  readonly row: Link;
  readonly ends: readonly [CableEnd, CableEnd];
}

/** Cables with both ends plugged in, by id; worked out once while the lab stays as it is. */
export const cables: (topology: Topology) => readonly Cable[] = memoLast((topology) =>
  sortedRows(topology.links).flatMap(([link, row]): Cable[] => {
    const a = endOf(topology, row.a);
    const b = endOf(topology, row.b);
    if (!a || !b || a.row.connected === false || b.row.connected === false) return [];
    return [{ link, row, ends: [a, b] }];
  }),
);

/** Each cable as seen from both of its ends. */
export function sides(cable: Cable): readonly (readonly [near: CableEnd, far: CableEnd])[] {
  const [a, b] = cable.ends;
  return [
    [a, b],
    [b, a],
  ];
}

/** For each interface with a plugged cable, the end it is plugged into at the other side. */
export function peersOf(all: readonly Cable[]): ReadonlyMap<string, CableEnd> {
  return new Map(all.flatMap((cable) => sides(cable).map(([near, far]) => [near.id, far] as const)));
}

/** Whether a switch port is a trunk; a port of a VLAN-unaware switch has no VLANs and is none. */
export function isTrunk(end: CableEnd): boolean {
  return end.switchPort && end.device.vlanAware !== false && modeOf(end.row, end.device) === 'trunk';
}

/** Whether frames of a VLAN pass through a switch port, with a tag or without. */
export function carriesVlan(end: CableEnd, vlan: number): boolean {
  if (!end.switchPort) return false;
  if (end.device.vlanAware === false) return true;
  if (!isTrunk(end)) return accessVlan(end.row) === vlan;
  return end.row.nativeVlan === vlan || vlanSetHas(parseVlanSet(end.row.allowedVlans ?? 'all'), vlan);
}

function endOf(topology: Topology, id: string): CableEnd | undefined {
  const row = rowOf(topology.interfaces, id);
  const device = row && rowOf(topology.devices, row.device);
  if (!row || !device || !takesPart(topology, row)) return undefined;
  return { id, row, device, switchPort: isSwitchPort(topology, row) };
}

import { rowOf } from '../base/by-id.ts';
import { isVlanId } from '../ip/vlan-set.ts';
import { kindOf } from '../kinds/index.ts';
import type { Device, Interface, Topology } from '../model/topology.ts';

/** The role of a port: `access` on a switch where the row does not say, `routed` elsewhere. */
export function modeOf(row: Interface, device: Device | undefined): 'routed' | 'access' | 'trunk' {
  return row.mode ?? (device?.kind === 'switch' ? 'access' : 'routed');
}

/** Whether an interface is a port of a switch that carries frames, rather than an end of them. */
export function isSwitchPort(topology: Topology, row: Interface): boolean {
  const device = rowOf(topology.devices, row.device);
  return device?.kind === 'switch' && modeOf(row, device) !== 'routed' && row.parent === undefined;
}

/** Whether an interface is of a device that is there and of a known kind; no other takes part in the network. */
export function takesPart(topology: Topology, row: Interface): boolean {
  const device = rowOf(topology.devices, row.device);
  return device !== undefined && kindOf(device.kind) !== undefined;
}

/** VLAN of an access port: 1 where none is given. */
export function accessVlan(row: Interface): number {
  return row.vlan ?? 1;
}

/** Largest IP packet of an interface in bytes: 1500 where none is given. */
export function mtuOf(row: Interface): number {
  return row.mtu ?? 1500;
}

/** VLAN ids that a frame can get into somewhere in the lab; no other can matter. Ascending. */
export function vlansInUse(topology: Topology): number[] {
  const ids = new Set<number>();
  for (const row of Object.values(topology.interfaces)) {
    for (const id of [row.vlan, row.nativeVlan, row.tag]) if (id !== undefined && isVlanId(id)) ids.add(id);
  }
  ids.add(1);
  return [...ids].sort((a, b) => a - b);
}

import { rowOf } from '../base/by-id.ts';
import type { Device, Topology } from '../model/topology.ts';

/** Whether a switch takes part in a spanning tree. */
export function runsSpanningTree(device: Device | undefined): boolean {
  return device?.kind === 'switch' && (device.stpMode ?? 'none') !== 'none';
}

/**
 * Whether a switch never passes a frame from one uplink to another, as the virtual switches of vSphere and Hyper-V: no loop
 * leads through it, and it sends no BPDU.
 */
export function endsAtUplinks(topology: Topology, device: Device | undefined): boolean {
  if (device?.kind !== 'switch' || device.physical === true) return false;
  return /vsphere|esxi|vmware|hyper-?v/i.test(rowOf(topology.devices, device.on)?.platform ?? '');
}

/** The priority that every switch has where nothing is said (IEEE 802.1D-2004 table 17-2). */
export const standardPriority = 32_768;

/** What a priority may be: 0 to 61,440 in steps of 4,096. */
export function isBridgePriority(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 61_440 && value % 4096 === 0;
}

/** `10=4096`: the priority for one VLAN or instance; undefined where it is not of that form. */
export function parsePriority(
  text: string,
): { readonly instance: number; readonly value: number } | undefined {
  const match = /^\s*([0-9]{1,4})\s*=\s*([0-9]{1,7})\s*$/.exec(text);
  return match ? { instance: Number(match[1]), value: Number(match[2]) } : undefined;
}

/** The priority of a switch for a VLAN or instance; without one, for all that have none of their own. */
export function priorityOf(device: Device, instance?: number): number {
  const own = (device.stpPriorities ?? [])
    .map(parsePriority)
    .find((one) => one !== undefined && one.instance === instance);
  return own?.value ?? device.stpPriority ?? standardPriority;
}

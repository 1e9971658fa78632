import { rowOf } from '../base/by-id.ts';
import { addressKey, type Cidr, formatCidr } from '../ip/address.ts';
import { networkOf, nextFree, prefixOf } from '../ip/prefix.ts';
import type { Change } from '../model/change.ts';
import type { LabRows, Topology } from '../model/topology.ts';
import type { HeldAddress, Segment } from '../network/network.ts';
import type { FindingFix } from './rule.ts';

/** Sets fields of one row; undefined takes a field out. Nothing to do where the row is gone. */
export function setFields<Name extends keyof LabRows>(
  topology: Topology,
  table: Name,
  id: string,
  fields: Partial<LabRows[Name]>,
): Change {
  const before = rowOf<LabRows[Name]>(topology[table], id);
  if (before === undefined) return {};
  const after = Object.fromEntries(
    Object.entries({ ...before, ...fields }).filter(([, value]) => value !== undefined),
  );
  return { [table]: { [id]: { before, after } } } as Change;
}

/** Replaces one of an interface's addresses, as typed. */
function replaceAddress(topology: Topology, held: HeldAddress, to: string): Change {
  const now = rowOf(topology.interfaces, held.interface)?.addresses ?? [];
  return setFields(topology, 'interfaces', held.interface, {
    addresses: now.map((text, index) => (index === held.index ? to : text)),
  });
}

/**
 * The lowest address of a prefix that no interface of the segment holds, that is not a gateway of one of its subnets, and
 * that a NAT engine on the segment does not keep for its own services (VirtualBox answers at the second address too).
 */
function freeAddressOn(topology: Topology, segment: Segment, prefix: Cidr): string | undefined {
  const taken = new Set(segment.addresses.map(({ cidr }) => addressKey(cidr.address)));
  for (const { gateway } of segment.subnets) if (gateway) taken.add(addressKey(gateway));
  if (segment.interfaces.some(({ row }) => rowOf(topology.devices, row.device)?.engine === 'nat')) {
    const { version, value } = networkOf(prefix);
    taken.add(addressKey({ version, value: value + 2n }));
  }
  const free = nextFree(prefixOf(prefix), (address) => taken.has(addressKey(address)));
  return free && formatCidr({ address: free, length: prefix.length });
}

/**
 * The fix that gives an interface the next free address, labelled `use-free` with `who` and `free`; none where the
 * prefix is full.
 */
export function moveToFree(
  topology: Topology,
  segment: Segment,
  held: HeldAddress,
  prefix: Cidr = held.cidr,
): FindingFix<'use-free'>[] {
  const free = freeAddressOn(topology, segment, prefix);
  if (free === undefined) return [];
  const values = { who: sayInterface(topology, held.interface), free: free.replace(/\/.*/, '') };
  return [{ label: 'use-free', values, safety: 'choice', change: replaceAddress(topology, held, free) }];
}

/** `web1 eth0` where the device has several interfaces, `web1` where it has one: as a person would say it. */
export function sayInterface(topology: Topology, id: string): string {
  const row = rowOf(topology.interfaces, id);
  if (!row) return id;
  const device = rowOf(topology.devices, row.device);
  const several =
    Object.values(topology.interfaces).filter((other) => other.device === row.device).length > 1;
  const name = device?.name ?? row.device;
  return several ? `${name} ${row.name}` : name;
}

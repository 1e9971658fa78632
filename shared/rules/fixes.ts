import { rowOf } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { type Cidr, formatAddress, formatCidr, parseCidr } from '../ip/address.ts';
import { mintMac, parseMac } from '../ip/mac.ts';
import { contains, prefixOf } from '../ip/prefix.ts';
import { formatVlanIds, parseVlanSet, vlanIdsOf } from '../ip/vlan-set.ts';
import { type Change, mergeChanges } from '../model/change.ts';
import type { LabRows, Topology } from '../model/topology.ts';
import { type AddressSpace, freeAddressOn } from '../network/free-address.ts';
import type { HeldAddress, Network, Segment } from '../network/network.ts';
import { routersBeside } from '../network/next-hops.ts';
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

/** Sets the same fields of several rows in one change. */
export function setFieldsOfAll<Name extends keyof LabRows>(
  topology: Topology,
  table: Name,
  ids: readonly string[],
  fields: Partial<LabRows[Name]>,
): Change {
  const rows = ids.map((id) => setFields(topology, table, id, fields)[table]);
  return { [table]: Object.assign({}, ...rows) };
}

/** Gives every address of a segment in a prefix, and its subnet rows, another prefix length. */
export function withLength(topology: Topology, segment: Segment, prefix: Cidr, length: number): Change {
  const changes = segment.subnets
    .filter((one) => formatCidr(one.prefix) === formatCidr(prefix))
    .map(({ id }) =>
      setFields(topology, 'subnets', id, {
        prefix: formatCidr(prefixOf({ address: prefix.address, length })),
      }),
    );
  for (const { id, row } of segment.interfaces) {
    const addresses = (row.addresses ?? []).map((text) => {
      const cidr = parseCidr(text.trim());
      const ours = cidr?.length === prefix.length && contains(prefix, cidr.address);
      return ours ? formatCidr({ address: cidr.address, length }) : text;
    });
    if (addresses.some((text, index) => text !== row.addresses?.[index])) {
      changes.push(setFields(topology, 'interfaces', id, { addresses }));
    }
  }
  return changes.reduce<Change>(mergeChanges, {});
}

/** Replaces one of an interface's addresses, as typed. */
export function replaceAddress(topology: Topology, held: HeldAddress, to: string): Change {
  const now = rowOf(topology.interfaces, held.interface)?.addresses ?? [];
  return setFields(topology, 'interfaces', held.interface, {
    addresses: now.map((text, index) => (index === held.index ? to : text)),
  });
}

/**
 * The fix that gives an interface the next free address, labelled `use-free` with `who` and `free`; none where the
 * prefix is full.
 */
export function moveToFree(
  space: AddressSpace,
  segment: Segment,
  held: HeldAddress,
  prefix: Cidr = held.cidr,
): FindingFix<'use-free'>[] {
  const address = freeAddressOn(space, segment, prefix);
  if (address === undefined) return [];
  const { topology } = space;
  const values = { who: sayInterface(topology, held.interface), free: formatAddress(address) };
  const change = replaceAddress(topology, held, formatCidr({ address, length: prefix.length }));
  return [{ label: 'use-free', values, safety: 'choice', change }];
}

/** What words and fixes ask of all interfaces together; worked out once while the table stays as it is. */
const interfaceFacts = memoLast(({ interfaces }: Topology) => {
  const countOf = new Map<string, number>();
  const macs = new Set<string>();
  for (const { device, mac } of Object.values(interfaces)) {
    countOf.set(device, (countOf.get(device) ?? 0) + 1);
    const digits = mac === undefined ? undefined : parseMac(mac);
    if (digits !== undefined) macs.add(digits);
  }
  return { countOf, macs };
});

/** `web1 eth0` where the device has several interfaces, or is a switch; `web1` where it has one: as a person would say it. */
export function sayInterface(topology: Topology, id: string): string {
  const row = rowOf(topology.interfaces, id);
  if (!row) return id;
  const device = rowOf(topology.devices, row.device);
  const name = device?.name ?? row.device;
  // A switch is its ports: of one it is never said that it is in a VLAN.
  const several = device?.kind === 'switch' || (interfaceFacts(topology).countOf.get(row.device) ?? 0) > 1;
  return several ? `${name} ${row.name}` : name;
}

/** Adds a row under the first id that is free: the given one, or it with a number behind. */
export function addRow<Name extends keyof LabRows>(
  topology: Topology,
  table: Name,
  id: string,
  row: LabRows[Name],
): Change {
  let free = id;
  for (let number = 2; Object.hasOwn(topology[table], free); number++) free = `${id}-${number}`;
  return { [table]: { [free]: { after: row } } } as Change;
}

/** Adds VLANs to what a trunk allows; nothing to do where it allows all. */
export function allowVlans(topology: Topology, port: string, vlans: readonly number[]): Change {
  const now = rowOf(topology.interfaces, port)?.allowedVlans;
  if (now === undefined) return {};
  const ids = vlanIdsOf(parseVlanSet(now));
  if (ids === undefined) return {};
  return setFields(topology, 'interfaces', port, { allowedVlans: formatVlanIds([...ids, ...vlans]) });
}

/** The name of a device, as a person would say it. */
export function sayDevice(topology: Topology, id: string): string {
  return rowOf(topology.devices, id)?.name ?? id;
}

/** A MAC for an interface that no other has, twelve digits that begin with the given ones. */
export function freshMac(topology: Topology, id: string, maker = '080027'): string {
  const { macs: taken } = interfaceFacts(topology);
  const own = (mac: string): string => `${maker}${mac.slice(maker.length)}`;
  return own(mintMac(`fix ${id}`, (candidate) => taken.has(own(candidate))));
}

/** The names of several devices, with commas: languages join a list each in its own way. */
export function sayDevices(topology: Topology, ids: readonly string[]): string {
  return ids.map((id) => sayDevice(topology, id)).join(', ');
}

/** Fixes that send a route by way of a router beside its device, labelled `use-router` with `via` and `who`. */
export function useRouter(
  topology: Topology,
  network: Pick<Network, 'segmentOf'>,
  id: string,
  version: 4 | 6,
): FindingFix<'use-router'>[] {
  const row = rowOf(topology.routes, id);
  if (!row) return [];
  return routersBeside(topology, network, row.device, version).map((held) => {
    const via = formatAddress(held.cidr.address);
    const values = { via, who: sayInterface(topology, held.interface) };
    return {
      label: 'use-router',
      values,
      safety: 'choice',
      change: setFields(topology, 'routes', id, { via }),
    };
  });
}

/** The fix that makes a route wait behind its equals, labelled `wait` with `metric`: the first one counts as it is. */
export function standBy(topology: Topology, id: string): FindingFix<'wait'>[] {
  const row = rowOf(topology.routes, id);
  if (!row) return [];
  const taken = new Set(
    Object.values(topology.routes)
      .filter((one) => one.device === row.device)
      .map((one) => one.metric ?? 1),
  );
  let metric = (row.metric ?? 1) + 100;
  while (taken.has(metric)) metric += 100;
  return [
    {
      label: 'wait',
      values: { metric },
      safety: 'safe',
      change: setFields(topology, 'routes', id, { metric }),
    },
  ];
}

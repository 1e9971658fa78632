import { sortedRows } from '../../base/by-id.ts';
import { parseCidr } from '../../ip/address.ts';
import { contains, parsePrefix } from '../../ip/prefix.ts';
import { isVlanId, parseVlanSet, vlanSetHas } from '../../ip/vlan-set.ts';
import type { Design } from '../design.ts';
import type { Device, Interface } from '../topology.ts';

/** What the port of a switch is for, as far as it follows from what is cabled to it. */
export type PortUse =
  | { readonly kind: 'any' }
  /** To another VLAN-aware switch. */
  | { readonly kind: 'uplink' }
  | { readonly kind: 'access'; readonly vlan: number }
  | { readonly kind: 'trunk'; readonly tags: readonly number[] };

type Ports = readonly (readonly [id: string, row: Interface])[];

export function isAwareSwitch(device: Device | undefined): boolean {
  return device?.kind === 'switch' && device.vlanAware !== false;
}

/** Whether nobody has said which VLANs a port is for. */
export function hasNoVlans({ mode, vlan, nativeVlan, allowedVlans }: Interface): boolean {
  return [mode, vlan, nativeVlan, allowedVlans].every((value) => value === undefined);
}

/**
 * What the port of a VLAN-aware switch is for when an interface is cabled to it:
 *
 * - an interface with VLANs of its own (sub-interfaces) sends tags, which only a trunk takes;
 * - one with an address belongs where that address does: to the VLAN of the subnet that it lies in, if the subnet is
 *   one of this switch or of no switch in particular;
 * - where all that is on the switch is in one VLAN, a further machine is most likely meant for it too.
 *
 * Otherwise nothing is known, and the port stays as it is.
 *
 * @param ports of the switch that have a cable
 */
export function useFor(
  design: Design,
  device: string,
  other: { readonly id: string; readonly row: Interface },
  ports: Ports,
): PortUse {
  const tags = Object.values(design.interfaces).flatMap(({ parent, tag }) =>
    parent === other.id ? [tag ?? 0] : [],
  );
  if (tags.length > 0) return { kind: 'trunk', tags };
  const vlan = vlanOfAddress(design, device, other.row) ?? onlyVlan(ports);
  return vlan === undefined ? { kind: 'any' } : { kind: 'access', vlan };
}

function vlanOfAddress(
  design: Design,
  device: string,
  { addresses: typed = [] }: Interface,
): number | undefined {
  const addresses = typed.flatMap((text) => parseCidr(text.trim())?.address ?? []);
  if (addresses.length === 0) return undefined;
  return sortedRows(design.subnets).find(([, subnet]) => {
    if (subnet.vlan === undefined || !isVlanId(subnet.vlan)) return false;
    if (subnet.switch !== undefined && subnet.switch !== device) return false;
    const prefix = parsePrefix(subnet.prefix.trim());
    return prefix !== undefined && addresses.some((address) => contains(prefix, address));
  })?.[1].vlan;
}

/** The VLAN that all access ports are in, where it is one that somebody has chosen. */
function onlyVlan(ports: Ports): number | undefined {
  const vlans = new Set(ports.filter(([, row]) => isAccess(row)).map(([, row]) => vlanOf(row)));
  const [vlan] = vlans;
  return vlans.size === 1 && vlan !== 1 ? vlan : undefined;
}

/**
 * Whether a cable between two VLAN-aware switches has to carry tags: somebody has put a port of either into a VLAN
 * other than 1, or made it a trunk. While all is in VLAN 1, two access ports do.
 */
export function needsTrunk(ports: Ports): boolean {
  return ports.some(([, row]) => row.mode === 'trunk' || (isAccess(row) && vlanOf(row) !== 1));
}

/**
 * The free port for a use, the first that is set for it, else the first that nobody has set; undefined where one has to
 * be made. A port that somebody has set for something else is not taken.
 */
export function portFor(free: Ports, use: PortUse): readonly [id: string, row: Interface] | undefined {
  const isPlain = ([, row]: Ports[number]) => hasNoVlans(row);
  switch (use.kind) {
    case 'any':
      return free.find(isPlain) ?? free.find(([, row]) => isAccess(row));
    case 'uplink':
      return free.find(isPlain);
    case 'access':
      return free.find(([, row]) => isAccess(row) && vlanOf(row) === use.vlan) ?? free.find(isPlain);
    case 'trunk':
      return free.find(([, row]) => isTrunkFor(row, use.tags)) ?? free.find(isPlain);
  }
}

/** A port set for a use, where nobody has set it; as it is otherwise. */
export function setFor(row: Interface, use: PortUse): Interface {
  if (!hasNoVlans(row)) return row;
  if (use.kind === 'trunk') return { ...row, mode: 'trunk' };
  return use.kind === 'access' && use.vlan !== 1 ? { ...row, vlan: use.vlan } : row;
}

/** A port that nobody has set, made to agree with the port at the other end of a cable between switches. */
export function setLike(row: Interface, other: Interface): Interface {
  if (!hasNoVlans(row) || hasNoVlans(other)) return row;
  if (isAccess(other)) return vlanOf(other) === 1 ? row : { ...row, vlan: vlanOf(other) };
  if (other.mode !== 'trunk') return row;
  return {
    ...row,
    mode: 'trunk',
    ...(other.nativeVlan !== undefined && { nativeVlan: other.nativeVlan }),
    ...(other.allowedVlans !== undefined && { allowedVlans: other.allowedVlans }),
  };
}

/** On a switch, a port that does not say is an access port of VLAN 1. */
function isAccess({ mode }: Interface): boolean {
  return mode === undefined || mode === 'access';
}

function vlanOf({ vlan }: Interface): number {
  return vlan ?? 1;
}

function isTrunkFor({ mode, allowedVlans }: Interface, tags: readonly number[]): boolean {
  const allowed = parseVlanSet(allowedVlans ?? 'all');
  return mode === 'trunk' && tags.every((tag) => vlanSetHas(allowed, tag));
}

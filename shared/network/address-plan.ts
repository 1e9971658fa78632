import { rowOf } from '../base/by-id.ts';
import { type Address, bitsOf, type Cidr, formatCidr } from '../ip/address.ts';
import { contains, isLinkLocal, prefixOf, reservedRole } from '../ip/prefix.ts';
import { isVlanId } from '../ip/vlan-set.ts';
import type { Design } from '../model/design.ts';
import { freeLabPrefix, type Occupied } from '../model/edit/occupied.ts';
import type { Subnet } from '../model/topology.ts';
import type { Segment } from './network.ts';

/** Where the addresses of a segment come from. */
export type AddressPlan =
  /** A row of the lab, with its gateway where that can be given to an interface. */
  | {
      readonly kind: 'row';
      readonly prefix: Cidr;
      readonly id: string;
      readonly row: Subnet;
      readonly gateway: Address | undefined;
    }
  /** What an interface of it has already. */
  | { readonly kind: 'held'; readonly prefix: Cidr }
  /** A row to be made. */
  | { readonly kind: 'new'; readonly prefix: Cidr; readonly row: Subnet };

/** The first IPv4 subnet of the segment, else the prefix of its first address, else a prefix that is free in the lab. */
export function planFor(design: Design, segment: Segment, occupied: Occupied): AddressPlan {
  const subnet = segment.subnets.find(
    ({ id, prefix }) => prefix.address.version === 4 && rowOf(design.subnets, id),
  );
  const row = rowOf(design.subnets, subnet?.id);
  if (subnet && row) {
    const { id, prefix, gateway } = subnet;
    return {
      kind: 'row',
      id,
      row,
      prefix,
      gateway: gateway && isHostOf(prefix, gateway) ? gateway : undefined,
    };
  }
  const held = segment.addresses.find(
    ({ cidr }) =>
      cidr.address.version === 4 && cidr.length < bitsOf(4) && cidr.length > 0 && !isLinkLocal(cidr.address),
  );
  if (held) return { kind: 'held', prefix: prefixOf(held.cidr) };
  const prefix = freeLabPrefix(occupied);
  return { kind: 'new', prefix, row: { prefix: formatCidr(prefix), ...placeOf(design, segment) } };
}

function isHostOf(prefix: Cidr, address: Address): boolean {
  return contains(prefix, address) && reservedRole({ address, length: prefix.length }) === undefined;
}

/** What a row says of where it is: the switch where the segment is one, and its VLAN where it is one of several. */
function placeOf(design: Design, { bridges }: Segment): Pick<Subnet, 'switch' | 'vlan'> {
  const [bridge, ...others] = bridges;
  if (!bridge || others.length > 0 || !rowOf(design.devices, bridge.switch)) return {};
  const isOwnVlan = bridge.aware && bridge.vlan !== undefined && bridge.vlan !== 1 && isVlanId(bridge.vlan);
  return { switch: bridge.switch, ...(isOwnVlan && { vlan: bridge.vlan }) };
}

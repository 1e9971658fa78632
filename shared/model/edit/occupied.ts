import { rowOf } from '../../base/by-id.ts';
import { type Address, type Cidr, parseAddress, parseCidr } from '../../ip/address.ts';
import { nextFreePrefix, overlap } from '../../ip/free-prefix.ts';
import { contains, networkOf, parsePrefix } from '../../ip/prefix.ts';
import type { Design } from '../design.ts';
import type { Interface } from '../topology.ts';

type Addressed = Pick<Design, 'interfaces' | 'subnets'>;

/** What is in use in a lab. */
export interface Occupied {
  /** Of interfaces, and the gateways of subnets. */
  readonly addresses: readonly Address[];
  readonly prefixes: readonly Cidr[];
}

/** The addresses that interfaces and gateways have, and the prefixes of subnets; what cannot be read is passed over. */
export function occupiedIn({ interfaces, subnets }: Addressed): Occupied {
  const rows = Object.values(subnets);
  return {
    addresses: [
      ...Object.values(interfaces).flatMap(({ addresses = [] }) =>
        addresses.flatMap((text) => parseCidr(text.trim())?.address ?? []),
      ),
      ...rows.flatMap(({ gateway = '' }) => parseAddress(gateway.trim()) ?? []),
    ],
    prefixes: rows.flatMap(({ prefix }) => parsePrefix(prefix.trim()) ?? []),
  };
}

/** Whether anything of the lab lies in a prefix or around it. */
export function isOccupied({ addresses, prefixes }: Occupied, prefix: Cidr): boolean {
  return (
    prefixes.some((one) => overlap(one, prefix)) || addresses.some((address) => contains(prefix, address))
  );
}

/** The second address of a NAT network, which VirtualBox keeps for its own services: it answers there too. */
export function serviceAddress(prefix: Cidr): Address {
  const { version, value } = networkOf(prefix);
  return { version, value: value + 2n };
}

/** Those of the NAT services of a lab, by the addresses that their interfaces have. */
export function serviceAddresses(
  { devices, interfaces }: Pick<Design, 'devices' | 'interfaces'>,
  addressesOf: (id: string, row: Interface) => readonly (string | undefined)[] | undefined,
): Address[] {
  return Object.entries(interfaces).flatMap(([id, row]) => {
    if (rowOf(devices, row.device)?.engine !== 'nat') return [];
    const cidrs = (addressesOf(id, row) ?? []).flatMap((text) => parseCidr(text?.trim() ?? '') ?? []);
    return cidrs.map(serviceAddress);
  });
}

/** Lower ones, up to 10.0.9.0/24, are what VirtualBox hands out itself. */
const firstLabPrefix: Cidr = { address: { version: 4, value: 0x0a00_0a00n }, length: 24 };

/** The first 10.0.N.0/24 with N from 10 in which nothing lies; past them, the next /24 of 10.0.0.0/8. */
export function freeLabPrefix(occupied: Occupied): Cidr {
  return nextFreePrefix(firstLabPrefix, (prefix) => isOccupied(occupied, prefix)) ?? firstLabPrefix;
}

import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { lazy } from '../base/memo.ts';
import { parseAddress } from '../ip/address.ts';
import { parseMac } from '../ip/mac.ts';
import { type AddressRange, parsePool } from '../ip/pool.ts';
import { parsePrefix } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { DhcpScope, Network, Segment } from './network.ts';

/** The scopes of the lab, by subnet id: what each server may hand out, as far as it can be read. */
export function dhcpScopes(topology: Topology): DhcpScope[] {
  const byMac = lazy(() => interfacesByMac(topology));
  const kept = groupBy(sortedRows(topology.reservations), ([, { subnet }]) => subnet);
  return sortedRows(topology.subnets).flatMap(([subnet, row]) => {
    const prefix = parsePrefix(row.prefix);
    if (row.dhcpServer === undefined || !prefix) return [];
    const pools = (row.dhcpPools ?? []).flatMap((text): AddressRange[] => {
      const pool = parsePool(text);
      return pool ? [pool] : [];
    });
    const reservations = (kept.get(subnet) ?? []).flatMap(([id, one]) => {
      const address = parseAddress(one.address);
      if (!address) return [];
      const mac = one.mac === undefined ? undefined : parseMac(one.mac);
      const owner = one.interface ?? (mac === undefined ? undefined : byMac().get(mac));
      return [{ id, address, mac, interface: owner }];
    });
    return [{ subnet, row, prefix, server: row.dhcpServer, pools, reservations }];
  });
}

/** Interfaces of a segment that ask for an address. */
export function dhcpClients(segment: Segment): Segment['interfaces'] {
  return segment.interfaces.filter(({ row }) => row.dhcp === true);
}

/**
 * Who answers on a segment: scopes whose server has an interface there, or that a relay there passes on to; and NAT services,
 * which bring a server of their own.
 */
export function dhcpOn(
  topology: Topology,
  network: Pick<Network, 'scopes' | 'owners'>,
  segment: Segment,
): { readonly scopes: readonly DhcpScope[]; readonly engines: readonly string[] } {
  const present = new Set(segment.interfaces.map(({ row }) => row.device));
  const relayed = new Set(
    Object.values(topology.relays).flatMap(({ interface: port, server }) =>
      segment.interfaces.some(({ id }) => id === port) ? ownersOf(network, server) : [],
    ),
  );
  const subnets = new Set(segment.subnets.map(({ id }) => id));
  return {
    scopes: network.scopes.filter(
      ({ subnet, server }) => subnets.has(subnet) && (present.has(server) || relayed.has(server)),
    ),
    engines: [...present].filter((id) => rowOf(topology.devices, id)?.engine === 'nat'),
  };
}

function ownersOf(network: Pick<Network, 'owners'>, text: string): string[] {
  const address = parseAddress(text);
  if (!address) return [];
  return (network.owners.get(`${address.version}:${address.value}`) ?? []).map(({ device }) => device);
}

/** The address that is kept for each interface, as typed, by the interface's id: by name or by its MAC. */
export function keptAddresses({
  interfaces,
  reservations,
}: Pick<Topology, 'interfaces' | 'reservations'>): ReadonlyMap<string, string> {
  const byMac = lazy(() => interfacesByMac({ interfaces }));
  const kept = new Map<string, string>();
  for (const [, { interface: named, mac, address }] of sortedRows(reservations)) {
    const digits = mac === undefined ? undefined : parseMac(mac);
    const id = named ?? (digits === undefined ? undefined : byMac().get(digits));
    if (id !== undefined && !kept.has(id)) kept.set(id, address.trim());
  }
  return kept;
}

/** The first interface with each MAC, by id. */
function interfacesByMac(topology: Pick<Topology, 'interfaces'>): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [id, row] of sortedRows(topology.interfaces)) {
    const mac = row.mac === undefined ? undefined : parseMac(row.mac);
    if (mac !== undefined && !result.has(mac)) result.set(mac, id);
  }
  return result;
}

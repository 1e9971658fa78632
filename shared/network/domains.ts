import { groupBy, sortedRows } from '../base/by-id.ts';
import { parseAddress } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { Network } from './network.ts';

/**
 * Routing domains: for each segment the number of the domain it is in. Segments are in one domain where a router joins them
 * without translating addresses; behind a NAT the same addresses may be used again. Interfaces of different
 * routing tables (vrf) are not joined, and hosts and machines do not forward.
 */
export function routingDomains(
  topology: Topology,
  network: Pick<Network, 'segments' | 'segmentOf'>,
): ReadonlyMap<string, number> {
  const parent = new Map(network.segments.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    return at;
  };
  const translated = new Set(
    Object.values(topology.nat).flatMap(({ kind, device, outside }) =>
      kind === 'port-forward' ? [] : (outside ?? defaultWayOut(topology, device) ?? []),
    ),
  );
  const byDevice = groupBy(sortedRows(topology.interfaces), ([, row]) => row.device);
  for (const [id, device] of Object.entries(topology.devices)) {
    const forwards = device.kind === 'router' || device.kind === 'switch';
    if (!forwards || (device.engine === 'nat' && device.isolated === true)) continue;
    const joined = new Map<string, string>();
    for (const [port, row] of byDevice.get(id) ?? []) {
      const segment = network.segmentOf.get(port);
      if (!segment || translated.has(port) || row.shares !== undefined) continue;
      const table = row.vrf ?? '';
      const first = joined.get(table);
      if (first === undefined) joined.set(table, segment.id);
      else parent.set(root(segment.id), root(first));
    }
  }
  const numbers = new Map<string, number>();
  return new Map(
    network.segments.map(({ id }) => {
      const top = root(id);
      if (!numbers.has(top)) numbers.set(top, numbers.size);
      return [id, numbers.get(top) ?? 0];
    }),
  );
}

/** The interface of a router's default route, where it is said or can be read from its own addresses. */
export function defaultWayOut(topology: Topology, device: string): string | undefined {
  const route = Object.values(topology.routes).find(
    (row) => row.device === device && parsePrefix(row.destination)?.length === 0,
  );
  if (route?.interface !== undefined) return route.interface;
  const via = route?.via === undefined ? undefined : parseAddress(route.via);
  if (!via) return undefined;
  return sortedRows(topology.interfaces).find(
    ([, row]) =>
      row.device === device &&
      (row.addresses ?? []).some((text) => {
        const prefix = parsePrefix(text);
        return prefix !== undefined && contains(prefix, via);
      }),
  )?.[0];
}

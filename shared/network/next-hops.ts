import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { type Address, formatAddress, parseAddress, sameAddress } from '../ip/address.ts';
import { parsePrefix } from '../ip/prefix.ts';
import type { Route, Topology } from '../model/topology.ts';
import type { HeldAddress, Network, Segment } from './network.ts';

/** A next hop as typed, where it can be read. */
export function nextHopOf({ via }: Route): Address | undefined {
  return via === undefined ? undefined : parseAddress(via.trim());
}

/** Whether a device passes on what is not for itself. */
export function forwards(topology: Topology, device: string): boolean {
  const kind = rowOf(topology.devices, device)?.kind;
  return kind === 'router' || kind === 'switch' || kind === 'internet';
}

/** Addresses of routers on the segments of a device, of one IP version: what its next hop could be. */
export function routersBeside(
  topology: Topology,
  network: Pick<Network, 'segmentOf'>,
  device: string,
  version: 4 | 6,
): HeldAddress[] {
  const segments = new Set<Segment>();
  for (const [id, row] of sortedRows(topology.interfaces)) {
    const segment = row.device === device ? network.segmentOf.get(id) : undefined;
    if (segment) segments.add(segment);
  }
  const found = [...segments].flatMap(({ addresses }) =>
    addresses.filter(
      (held) =>
        held.cidr.address.version === version && held.device !== device && forwards(topology, held.device),
    ),
  );
  return found.filter(
    (held, index) => found.findIndex((other) => sameAddress(other.cidr.address, held.cidr.address)) === index,
  );
}

/** A route row with what makes it the twin of another. */
export interface KnownRoute {
  readonly id: string;
  readonly row: Route;
  readonly isDefault: boolean;
}

/**
 * Routes of one device and routing table with equal destination and metric, those that are alone left out; in each group in
 * order of id: the first counts.
 */
export function equalRoutes(topology: Topology, network: Pick<Network, 'routesOf'>): KnownRoute[][] {
  const hasTables = Object.values(topology.interfaces).some(({ vrf }) => vrf !== undefined);
  const tableOf = (id: string, row: Route): string => {
    if (!hasTables) return '';
    const out = row.interface ?? network.routesOf(row.device).find((one) => one.row === id)?.interface;
    return rowOf(topology.interfaces, out)?.vrf ?? '';
  };
  const known = sortedRows(topology.routes).flatMap(([id, row]) => {
    const destination = parsePrefix(row.destination.trim());
    if (!destination || !rowOf(topology.devices, row.device)) return [];
    const table = tableOf(id, row);
    const to = `${formatAddress(destination.address)}/${destination.length}`;
    const key = [row.device, table, to, row.metric ?? 1].join(' ');
    return [{ key, route: { id, row, isDefault: destination.length === 0 } }];
  });
  return [...groupBy(known, ({ key }) => key).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ route }) => route));
}

/** Whether two routes lead the same way. */
export function sameWay(a: Route, b: Route): boolean {
  const [one, other] = [nextHopOf(a), nextHopOf(b)];
  const sameHop = one && other ? sameAddress(one, other) : a.via === b.via;
  return sameHop && a.interface === b.interface && (a.onLink ?? false) === (b.onLink ?? false);
}

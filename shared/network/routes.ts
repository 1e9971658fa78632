import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { type Address, type Cidr, parseAddress, parseCidr } from '../ip/address.ts';
import { contains, isLinkLocal, parsePrefix, prefixOf } from '../ip/prefix.ts';
import type { Interface, Route, Topology } from '../model/topology.ts';
import type { Network, RouteEntry } from './network.ts';

/** Connected routes beat static ones, except IPv6 ones with a metric below this (Linux). */
const connectedMetric = { 4: 0, 6: 256 } as const;

/** Interfaces and routes by the device that has them, each in order of id: without it, asking for every device is quadratic. */
export interface RowsByDevice {
  readonly interfaces: ReadonlyMap<string, readonly (readonly [id: string, row: Interface])[]>;
  readonly routes: ReadonlyMap<string, readonly (readonly [id: string, row: Route])[]>;
}

export function rowsByDevice(topology: Topology): RowsByDevice {
  return {
    interfaces: groupBy(sortedRows(topology.interfaces), ([, row]) => row.device),
    routes: groupBy(sortedRows(topology.routes), ([, row]) => row.device),
  };
}

/**
 * What a device knows of the way, most specific first, then by metric, then as listed. A cable that is not plugged in withdraws
 * what depends on it; a next hop that no connected prefix holds makes a route inactive.
 */
export function routesOf(
  topology: Topology,
  network: Pick<Network, 'segmentOf'>,
  device: string,
  rows: RowsByDevice = rowsByDevice(topology),
): RouteEntry[] {
  const connected = connectedOf(rows, device);
  const statics = (rows.routes.get(device) ?? []).flatMap(([row, route]): RouteEntry[] => {
    const destination = parsePrefix(route.destination);
    const via = route.via === undefined ? undefined : parseAddress(route.via.trim());
    if (!destination || (route.via !== undefined && !via)) return [];
    const out = route.interface ?? (via && holderOf(connected, via)?.interface);
    const own = out === undefined ? undefined : rowOf(topology.interfaces, out);
    const isUp = own?.device === device && own.connected !== false;
    const reaches =
      via === undefined || route.onLink === true || isLinkLocal(via) || holderOf(connected, via, out);
    return [
      {
        destination,
        via,
        interface: out,
        metric: route.metric ?? 1,
        origin: 'static',
        row,
        active: isUp && Boolean(reaches),
      },
    ];
  });
  const all = [...connected, ...statics];
  const gateways = ([4, 6] as const).flatMap((version) => {
    const own = all.some((route) => isDefault(route) && route.destination.address.version === version);
    const gateway = own ? undefined : gatewayRoute(topology, network, device, connected, version);
    return gateway ? [gateway] : [];
  });
  return [...all, ...gateways].sort(
    (a, b) => b.destination.length - a.destination.length || a.metric - b.metric,
  );
}

/** Whether a route is the way to everywhere else. */
export function isDefault({ destination }: RouteEntry): boolean {
  return destination.length === 0;
}

/** The route that a packet to an address takes: the longest active prefix, then the lowest metric. */
export function routeTo(routes: readonly RouteEntry[], to: Address): RouteEntry | undefined {
  return routes.find(({ active, destination }) => active && contains(destination, to));
}

function connectedOf(rows: RowsByDevice, device: string): RouteEntry[] {
  return (rows.interfaces.get(device) ?? []).flatMap(([id, row]) => {
    return (row.addresses ?? []).flatMap((text): RouteEntry[] => {
      const cidr = parseCidr(text.trim());
      if (!cidr) return [];
      const metric = connectedMetric[cidr.address.version];
      return [
        {
          destination: prefixOf(cidr),
          via: undefined,
          interface: id,
          metric,
          origin: 'connected',
          row: undefined,
          active: row.connected !== false,
        },
      ];
    });
  });
}

function holderOf(connected: readonly RouteEntry[], address: Address, out?: string): RouteEntry | undefined {
  return connected.find(
    (route) =>
      contains(route.destination, address) && (out === undefined || route.interface === out) && route.active,
  );
}

/**
 * The default of a host or machine that has none of its own for this version of IP: the gateway of the subnet of its first
 * address whose subnet names one of that version. Routers never have one by themselves.
 */
function gatewayRoute(
  topology: Topology,
  network: Pick<Network, 'segmentOf'>,
  device: string,
  connected: readonly RouteEntry[],
  version: 4 | 6,
): RouteEntry | undefined {
  const kind = rowOf(topology.devices, device)?.kind;
  if (kind !== 'vm' && kind !== 'host') return undefined;
  for (const { interface: id, destination, active } of connected) {
    const segment = id === undefined ? undefined : network.segmentOf.get(id);
    const subnet = segment?.subnets.find(
      ({ prefix, gateway }) =>
        gateway?.version === version &&
        (contains(prefix, destination.address) || contains(destination, prefix.address)),
    );
    if (!subnet?.gateway) continue;
    const any: Cidr = { address: { version, value: 0n }, length: 0 };
    return {
      destination: any,
      via: subnet.gateway,
      interface: id,
      metric: 1,
      origin: 'gateway',
      row: undefined,
      active: active && (isLinkLocal(subnet.gateway) || holderOf(connected, subnet.gateway) !== undefined),
    };
  }
  return undefined;
}

import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { lazy, lazyByKey, memoLast } from '../base/memo.ts';
import { addressKey, bitsOf, formatCidr, parseAddress, parseCidr } from '../ip/address.ts';
import { contains, parsePrefix, prefixOf } from '../ip/prefix.ts';
import { hostPorts } from '../model/host-ports.ts';
import type { Subnet, Topology } from '../model/topology.ts';
import { dhcpScopes } from './dhcp.ts';
import { routingDomains } from './domains.ts';
import { loops } from './loops.ts';
import type { HeldAddress, Network, Segment } from './network.ts';
import { routesOf, rowsByDevice } from './routes.ts';
import { type Wire, wires } from './segments.ts';
import { waysOf } from './ways.ts';

/** A function that gives the network of a topology, and the same object again for the same topology. */
export function createDerive(): (topology: Topology) => Network {
  return memoLast(derive);
}

/** Facts that follow from a topology. Rows that refer to nothing take no part. */
export function derive(topology: Topology): Network {
  const prefixes = sortedRows(topology.subnets).flatMap(([id, row]) => {
    const prefix = parsePrefix(row.prefix);
    return prefix
      ? [{ id, row, prefix, gateway: row.gateway === undefined ? undefined : parseAddress(row.gateway) }]
      : [];
  });
  const all = wires(topology, { unplugged: 'cut' });
  const wiresOf = new Map<string, number>();
  for (const { bridges } of all) {
    for (const name of new Set(bridges.map((bridge) => bridge.switch)))
      wiresOf.set(name, (wiresOf.get(name) ?? 0) + 1);
  }
  const near = subnetsNear(prefixes);
  const segments = all.map((wire) => toSegment(topology, wire, near, wiresOf));
  const segmentOf = new Map<string, Segment>();
  const owners = new Map<string, HeldAddress[]>();
  for (const segment of segments) {
    for (const { id } of segment.interfaces) segmentOf.set(id, segment);
    for (const held of segment.addresses) {
      const key = addressKey(held.cidr.address);
      owners.set(key, [...(owners.get(key) ?? []), held]);
    }
  }
  const base = { segments, segmentOf, owners, hostPorts: hostPorts(topology) };
  const scopes = lazy(() => dhcpScopes(topology));
  const found = lazy(() => loops(topology));
  const domains = lazy(() => routingDomains(topology, base));
  const ways = lazy(() => waysOf(topology, base));
  const rows = lazy(() => rowsByDevice(topology));
  const routes = lazyByKey((device) => routesOf(topology, base, device, rows()));
  return {
    ...base,
    get scopes() {
      return scopes();
    },
    get loops() {
      return found();
    },
    get domains() {
      return domains();
    },
    get ways() {
      return ways();
    },
    routesOf: routes,
  };
}

type KnownSubnet = Segment['subnets'][number];

function toSegment(
  topology: Topology,
  wire: Wire,
  near: ReturnType<typeof subnetsNear>,
  wiresOf: ReadonlyMap<string, number>,
): Segment {
  const interfaces = wire.interfaces.flatMap((id) => {
    const row = rowOf(topology.interfaces, id);
    return row ? [{ id, row }] : [];
  });
  const addresses = interfaces.flatMap(({ id, row }) =>
    (row.addresses ?? []).flatMap((text, index) => {
      const cidr = parseCidr(text.trim());
      return cidr ? [{ interface: id, device: row.device, index, cidr }] : [];
    }),
  );
  const subnets = near(wire, addresses).filter(({ row, prefix }) => {
    const holds = addresses.some(({ cidr }) => contains(prefix, cidr.address));
    return row.vlan === undefined && row.switch === undefined ? holds : runsOver(row, wire, holds, wiresOf);
  });
  return { id: wire.id, interfaces, bridges: wire.bridges, addresses, subnets };
}

/**
 * For a wire and its addresses, the rows that can be of it at all, in order of id: those that name a VLAN or switch of it, and
 * those that hold an address. To ask every row about every wire would be quadratic.
 */
function subnetsNear(
  prefixes: readonly KnownSubnet[],
): (wire: Wire, addresses: readonly HeldAddress[]) => KnownSubnet[] {
  const numbered = [...prefixes.entries()];
  const byVlan = groupBy(numbered, ([, { row }]) => row.vlan);
  const bySwitch = groupBy(numbered, ([, { row }]) => (row.vlan === undefined ? row.switch : undefined));
  const loose = numbered.filter(([, { row }]) => row.vlan === undefined && row.switch === undefined);
  const byPrefix = groupBy(loose, ([, { prefix }]) => formatCidr(prefix));
  const lengths = [...new Set(loose.map(([, { prefix }]) => prefix.length))];
  return (wire, addresses) => {
    const found = new Map<number, KnownSubnet>();
    const add = (rows: Iterable<[number, KnownSubnet]> = []): void => {
      for (const [number, subnet] of rows) found.set(number, subnet);
    };
    for (const bridge of wire.bridges) {
      if (bridge.vlan !== undefined) add(byVlan.get(bridge.vlan));
      add(bySwitch.get(bridge.switch));
    }
    for (const { cidr } of addresses) {
      for (const length of lengths) {
        if (length <= bitsOf(cidr.address.version))
          add(byPrefix.get(formatCidr(prefixOf({ address: cidr.address, length }))));
      }
    }
    return [...found].sort(([a], [b]) => a - b).map(([, subnet]) => subnet);
  };
}

/**
 * A subnet row belongs to each segment of its VLAN (and switch, where given), and without these to each segment where at
 * least one address lies in it. A gateway that an interface owns is such an address. With a switch alone it is the
 * switch's only segment; where several VLANs run over the switch, those that hold an address of it.
 */
function runsOver(row: Subnet, wire: Wire, holds: boolean, wiresOf: ReadonlyMap<string, number>): boolean {
  return wire.bridges.some(
    (bridge) =>
      (row.switch === undefined || bridge.switch === row.switch) &&
      (row.vlan === undefined ? holds || wiresOf.get(bridge.switch) === 1 : bridge.vlan === row.vlan),
  );
}

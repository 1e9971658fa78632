import { rowOf, sortedRows } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { addressKey, formatAddress, parseAddress, parseCidr } from '../ip/address.ts';
import { parsePorts } from '../ip/ports.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import type { Subnet, Topology } from '../model/topology.ts';
import type { HeldAddress, HostPort, Network, Segment } from './network.ts';
import { type Wire, wires } from './segments.ts';

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
  const segments = all.map((wire) => toSegment(topology, wire, prefixes, wiresOf));
  const segmentOf = new Map<string, Segment>();
  const owners = new Map<string, HeldAddress[]>();
  for (const segment of segments) {
    for (const { id } of segment.interfaces) segmentOf.set(id, segment);
    for (const held of segment.addresses) {
      const key = addressKey(held.cidr.address);
      owners.set(key, [...(owners.get(key) ?? []), held]);
    }
  }
  return { segments, segmentOf, owners, hostPorts: hostPorts(topology) };
}

type KnownSubnet = Segment['subnets'][number];

function toSegment(
  topology: Topology,
  wire: Wire,
  prefixes: readonly KnownSubnet[],
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
  const subnets = prefixes.filter(({ row, prefix }) => {
    const holds = addresses.some(({ cidr }) => contains(prefix, cidr.address));
    return row.vlan === undefined && row.switch === undefined ? holds : runsOver(row, wire, holds, wiresOf);
  });
  return { id: wire.id, interfaces, bridges: wire.bridges, addresses, subnets };
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

/** The host whose address a device's forwards use: the one it runs on; undefined is this computer. */
function hostPorts(topology: Topology): HostPort[] {
  return sortedRows(topology.nat).flatMap(([rule, row]) => {
    const device = rowOf(topology.devices, row.device);
    const ports = row.listenPort === undefined ? undefined : parsePorts(row.listenPort);
    if (row.kind !== 'port-forward' || !device || !ports) return [];
    // An engine occupies a port of its host; any other router has addresses of its own.
    const host = device.engine === 'nat' ? device.on : `device/${row.device}`;
    const listen = row.listenAddress === undefined ? undefined : parseAddress(row.listenAddress.trim());
    const everywhere = row.listenAddress === '' || row.listenAddress === '0.0.0.0';
    const listenAddress = everywhere ? undefined : listen ? formatAddress(listen) : row.listenAddress;
    return [{ host, rule, row, protocol: row.protocol ?? 'tcp', listenAddress, ports }];
  });
}

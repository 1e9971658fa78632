import { groupBy, rowOf } from '../base/by-id.ts';
import type { Topology } from '../model/topology.ts';
import { defaultWayOut } from './domains.ts';
import type { Network, Segment } from './network.ts';

/** Devices that translate: NAT services of a hypervisor, and devices with a row that translates what leaves. */
export function natDevices(topology: Topology): ReadonlySet<string> {
  return new Set([
    ...Object.entries(topology.devices).flatMap(([id, { engine }]) => (engine === 'nat' ? [id] : [])),
    ...Object.values(topology.nat).flatMap(({ device, kind }) => (kind === 'port-forward' ? [] : [device])),
  ]);
}

/**
 * The segments behind a device that forwards ports: for a NAT service those it is cabled to, since it has no routes; for any
 * other those that its inside interfaces route to.
 */
export function behindNat(
  topology: Topology,
  network: Pick<Network, 'segments' | 'segmentOf' | 'domains'>,
): (device: string) => readonly Segment[] {
  const ports = groupBy(Object.entries(topology.interfaces), ([, row]) => row.device);
  const byDomain = groupBy(network.segments, ({ id }) => network.domains.get(id));
  const known = new Map<string, readonly Segment[]>();
  const find = (device: string): readonly Segment[] => {
    const outside = new Set(
      Object.values(topology.nat).flatMap((row) =>
        row.device === device && row.kind !== 'port-forward'
          ? (row.outside ?? defaultWayOut(topology, device) ?? [])
          : [],
      ),
    );
    const own = (ports.get(device) ?? []).flatMap(([id, row]) => {
      const segment = network.segmentOf.get(id);
      return segment && row.shares === undefined && !outside.has(id) ? [segment] : [];
    });
    if (rowOf(topology.devices, device)?.engine === 'nat') return [...new Set(own)];
    const domains = new Set(own.map(({ id }) => network.domains.get(id)));
    return [...domains].flatMap((domain) => byDomain.get(domain) ?? []);
  };
  return (device) => {
    const segments = known.get(device) ?? find(device);
    known.set(device, segments);
    return segments;
  };
}

import { rowOf } from '../base/by-id.ts';
import type { Topology } from '../model/topology.ts';
import type { Network, Segment } from './network.ts';

/**
 * Behind a physical port of a host or the internet there are devices that are not drawn; a NAT engine that is given no
 * address gets one from its hypervisor.
 */
export function leadsToUndrawn(segment: Segment, topology: Topology): boolean {
  return segment.interfaces.some(({ row }) => {
    const device = rowOf(topology.devices, row.device);
    const kind = device?.kind;
    if (device?.engine === 'nat' && (row.addresses ?? []).length === 0) return true;
    return kind === 'internet' || (kind === 'host' && row.virtual !== true);
  });
}

/** Whether a segment is cabled to a physical port of a host: what is sent there leaves the lab for a real network. */
export function meetsRealNetwork(segment: Segment, topology: Topology): boolean {
  return segment.interfaces.some(
    ({ row }) => row.virtual !== true && rowOf(topology.devices, row.device)?.kind === 'host',
  );
}

/** The routing domains that hold a segment for which `test` is true. */
export function domainsWhere(
  network: Pick<Network, 'segments' | 'domains'>,
  test: (segment: Segment) => boolean,
): ReadonlySet<number> {
  return new Set(
    network.segments.filter(test).flatMap(({ id }) => {
      const domain = network.domains.get(id);
      return domain === undefined ? [] : [domain];
    }),
  );
}

/** Whether the internet itself is on a segment. */
export function hasInternet(segment: Segment, topology: Topology): boolean {
  return segment.interfaces.some(({ row }) => rowOf(topology.devices, row.device)?.kind === 'internet');
}

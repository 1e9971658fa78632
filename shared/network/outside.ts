import { rowOf } from '../base/by-id.ts';
import type { Topology } from '../model/topology.ts';
import type { Segment } from './network.ts';

/** Whether a segment leads to what is not drawn: a physical port of a host, or the internet. */
export function leadsOutside(topology: Topology, segment: Segment): boolean {
  return segment.interfaces.some(({ row }) => {
    const kind = rowOf(topology.devices, row.device)?.kind;
    return kind === 'internet' || (kind === 'host' && row.virtual !== true);
  });
}

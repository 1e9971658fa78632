import { memoLast } from '../base/memo.ts';
import type { Network, Segment } from './network.ts';

/** The segments that each subnet row belongs to, by its id; a row that is nowhere is not in it. Worked out once for a network. */
export function segmentsBySubnet({
  segments,
}: Pick<Network, 'segments'>): ReadonlyMap<string, readonly Segment[]> {
  return homesIn(segments);
}

const homesIn = memoLast((segments: Network['segments']): ReadonlyMap<string, readonly Segment[]> => {
  const homes = new Map<string, Segment[]>();
  for (const segment of segments) {
    for (const { id } of segment.subnets) {
      const known = homes.get(id);
      if (known) known.push(segment);
      else homes.set(id, [segment]);
    }
  }
  return homes;
});

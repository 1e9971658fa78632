import { byText } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import type { Topology } from '../model/topology.ts';
import { type FrameReach, frameReach, type Spot } from './frames.ts';
import { stronglyConnected } from './strongly-connected.ts';

export interface Wire {
  readonly id: string;
  readonly interfaces: readonly string[];
  readonly bridges: readonly {
    readonly switch: string;
    readonly vlan: number | undefined;
    readonly aware: boolean;
  }[];
}

/**
 * Broadcast domains of a topology, by id: the strongly connected parts of frame reach, so that members hear each other
 * both ways. Never computed by joining VLAN numbers.
 *
 * @param options.unplugged whether cables of unplugged interfaces count as plugged in
 */
export function wires(
  topology: Topology,
  options: { readonly unplugged: 'cut' | 'joined' },
): readonly Wire[] {
  return wiresIn(frameReach(topology, options));
}

const wiresIn = memoLast(({ spots, hops }: FrameReach): readonly Wire[] => {
  const edges = spots.map((): number[] => []);
  for (const { from, to } of hops) edges[from]?.push(to);
  return toWires(spots, stronglyConnected(edges));
});

function toWires(spots: readonly Spot[], component: readonly number[]): Wire[] {
  const groups = new Map<number, { interfaces: string[]; bridges: Extract<Spot, { kind: 'bridge' }>[] }>();
  for (const [number, spot] of spots.entries()) {
    const key = component[number] ?? -1;
    const group = groups.get(key) ?? { interfaces: [], bridges: [] };
    groups.set(key, group);
    if (spot.kind === 'interface') group.interfaces.push(spot.id);
    else group.bridges.push(spot);
  }
  const result: Wire[] = [];
  for (const { interfaces, bridges } of groups.values()) {
    if (interfaces.length === 0) continue;
    interfaces.sort(byText);
    bridges.sort((a, b) => byText(a.switch, b.switch) || (a.vlan ?? 0) - (b.vlan ?? 0));
    const first = bridges[0];
    const id = first
      ? `${first.switch}-${first.vlan === undefined ? 'untagged' : `v${first.vlan}`}`
      : (interfaces[0] ?? '');
    result.push({
      id,
      interfaces,
      bridges: bridges.map(({ switch: name, vlan, aware }) => ({ switch: name, vlan, aware })),
    });
  }
  return result.sort((a, b) => byText(a.id, b.id));
}

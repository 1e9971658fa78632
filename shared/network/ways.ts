import type { Topology } from '../model/topology.ts';
import { frameReach, type Spot } from './frames.ts';
import type { Network } from './network.ts';
import { type Edge, edgesAround } from './round-ways.ts';

/** The name of a VLAN of a switch, for maps. */
export function bridgeKey(switchId: string, vlan: number | undefined): string {
  return `${switchId} ${vlan ?? '-'}`;
}

/** The segment that each VLAN of a switch belongs to, where it has members. */
export function segmentOfBridge(network: Pick<Network, 'segments'>): ReadonlyMap<string, string> {
  return new Map(
    network.segments.flatMap(({ id, bridges }) =>
      bridges.map((bridge) => [bridgeKey(bridge.switch, bridge.vlan), id] as const),
    ),
  );
}

interface Hop extends Edge {
  /** Undefined between a member and the stand-in for all members of its segment. */
  readonly link: string | undefined;
}

/**
 * For each segment, the cables that lie between two of its members: on some way that passes no switch twice. Cables that lead
 * only to switches without members are none of them, although frames of the segment are flooded there.
 */
export function waysOf(
  topology: Topology,
  network: Pick<Network, 'segments' | 'segmentOf'>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const { spots, hops } = frameReach(topology, { unplugged: 'cut' });
  const bridges = segmentOfBridge(network);
  const segmentAt = (spot: Spot | undefined): string | undefined =>
    spot?.kind === 'bridge'
      ? bridges.get(bridgeKey(spot.switch, spot.vlan))
      : spot && network.segmentOf.get(spot.id)?.id;
  const edgesAt = new Map<number, Hop[]>();
  const join = (hop: Hop): void => {
    for (const end of hop.ends) {
      const known = edgesAt.get(end);
      if (known) known.push(hop);
      else edgesAt.set(end, [hop]);
    }
  };
  const seen = new Set<string>();
  for (const { link, from, to } of hops) {
    const key = `${link} ${Math.min(from, to)} ${Math.max(from, to)}`;
    const segment = segmentAt(spots[from]);
    if (seen.has(key) || from === to || segment === undefined || segment !== segmentAt(spots[to])) continue;
    seen.add(key);
    join({ link, ends: [from, to] });
  }
  // A way between two members is a way round through a node that is joined to every member.
  const roots = new Map<string, number>();
  for (const [number, spot] of spots.entries()) {
    const segment = segmentAt(spot);
    if (spot.kind !== 'interface' || segment === undefined || !edgesAt.has(number)) continue;
    const root = roots.get(segment) ?? spots.length + roots.size;
    roots.set(segment, root);
    join({ link: undefined, ends: [root, number] });
  }
  return new Map(
    [...roots].flatMap(([segment, root]) => {
      const links = [...edgesAround(root, (node) => edgesAt.get(node) ?? [])].flatMap(
        ({ link }) => link ?? [],
      );
      return links.length === 0 ? [] : [[segment, new Set(links)] as const];
    }),
  );
}

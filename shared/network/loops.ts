import { byText } from '../base/by-id.ts';
import type { Topology } from '../model/topology.ts';
import { frameReach, type Spot } from './frames.ts';

/** A way round in circles: a frame that is flooded comes back to the switch that it left. */
export interface Loop {
  /** Undefined for untagged frames of VLAN-unaware switches. */
  readonly vlan: number | undefined;
  /** In the order of the way round; one switch alone when two of its ports are cabled to each other. */
  readonly switches: readonly string[];
  /** The cables of the way round, the one that closes it last. */
  readonly links: readonly string[];
}

interface Step {
  readonly to: number;
  readonly link: string;
}

/**
 * The loops of layer 2, by VLAN and first switch: for every cable that joins what was joined already, the shortest way round. Cables of
 * one bond count as one. Spanning tree is not looked at: a loop that it cuts is a loop all the same.
 */
export function loops(topology: Topology): Loop[] {
  const { spots, hops } = frameReach(topology, { unplugged: 'cut' });
  const bondOf = new Map(
    Object.entries(topology.bonds).flatMap(([id, { members }]) =>
      members.map((member): [string, string] => [member, id]),
    ),
  );
  const steps = spots.map((): Step[] => []);
  const seen = new Set<string>();
  const found: Loop[] = [];
  for (const { link, from, to } of hops) {
    if (spots[from]?.kind !== 'bridge' || spots[to]?.kind !== 'bridge') continue;
    const row = topology.links[link];
    const cable = (row && (bondOf.get(row.a) ?? bondOf.get(row.b))) ?? link;
    const key = `${cable} ${Math.min(from, to)} ${Math.max(from, to)}`;
    // Each cable is seen from both of its ends.
    if (seen.has(key)) continue;
    seen.add(key);
    const way = wayBetween(steps, from, to);
    if (way) found.push(toLoop(spots, from, [...way, { to: from, link }]));
    steps[from]?.push({ to, link });
    steps[to]?.push({ to: from, link });
  }
  return found.sort(
    (a, b) => (a.vlan ?? 0) - (b.vlan ?? 0) || byText(a.switches[0] ?? '', b.switches[0] ?? ''),
  );
}

/** The shortest way along cables already laid; empty where both ends are the same, undefined where there is none. */
function wayBetween(steps: readonly (readonly Step[])[], from: number, to: number): Step[] | undefined {
  if (from === to) return [];
  const came = new Map<number, { readonly back: number; readonly step: Step }>();
  const queue = [from];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const step of steps[next] ?? []) {
      if (step.to === from || came.has(step.to)) continue;
      came.set(step.to, { back: next, step });
      if (step.to === to) return trail(came, from, to);
      queue.push(step.to);
    }
  }
  return undefined;
}

function trail(
  came: ReadonlyMap<number, { readonly back: number; readonly step: Step }>,
  from: number,
  to: number,
): Step[] {
  const result: Step[] = [];
  for (let at = to; at !== from; ) {
    const arrival = came.get(at);
    if (!arrival) break;
    result.unshift(arrival.step);
    at = arrival.back;
  }
  return result;
}

function toLoop(spots: readonly Spot[], start: number, way: readonly Step[]): Loop {
  const at = (spot: number): Extract<Spot, { kind: 'bridge' }> | undefined => {
    const found = spots[spot];
    return found?.kind === 'bridge' ? found : undefined;
  };
  const passed = [start, ...way.slice(0, -1).map((step) => step.to)];
  return {
    vlan: at(start)?.vlan,
    switches: [...new Set(passed.flatMap((spot) => at(spot)?.switch ?? []))],
    links: way.map((step) => step.link),
  };
}

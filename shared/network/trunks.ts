import type { Topology } from '../model/topology.ts';
import { type Cable, cables, type CableEnd, carriesVlan, isTrunk, sides } from './cables.ts';
import type { Network, Segment } from './network.ts';

/** Two parts of one VLAN that the cables between their switches keep apart. */
export interface Gap {
  readonly vlan: number;
  readonly near: Segment;
  readonly far: Segment;
  /** The cables on the shortest way that do not carry the VLAN, each with the ends that stop it. */
  readonly cuts: readonly { readonly cable: Cable; readonly stops: readonly CableEnd[] }[];
}

interface Step {
  readonly from: string;
  readonly cable: Cable;
}

/** Where a VLAN has members on switches that trunks join, but not for this VLAN. By VLAN. */
export function vlanGaps(topology: Topology, network: Pick<Network, 'segments'>): Gap[] {
  const trunks = new Map<string, { to: string; cable: Cable }[]>();
  for (const cable of cables(topology)) {
    if (!cable.ends.every(passesTags)) continue;
    for (const [near, far] of sides(cable)) {
      const known = trunks.get(near.row.device) ?? [];
      trunks.set(near.row.device, known);
      known.push({ to: far.row.device, cable });
    }
  }
  return [...segmentsByVlan(network)].flatMap(([vlan, segments]) =>
    segments.size < 2 ? [] : gapsOf(vlan, segments, trunks),
  );
}

/** For each VLAN, its segments and the switches on which they have it. */
function segmentsByVlan(network: Pick<Network, 'segments'>): [number, Map<Segment, string[]>][] {
  const result = new Map<number, Map<Segment, string[]>>();
  for (const segment of network.segments) {
    for (const { switch: name, vlan, aware } of segment.bridges) {
      if (vlan === undefined || !aware) continue;
      const segments = result.get(vlan) ?? new Map<Segment, string[]>();
      result.set(vlan, segments);
      segments.set(segment, [...(segments.get(segment) ?? []), name]);
    }
  }
  return [...result].sort(([a], [b]) => a - b);
}

function passesTags(end: CableEnd): boolean {
  return end.switchPort && (end.device.vlanAware === false || isTrunk(end));
}

/** Goes out from the first segment over trunks, and takes each further segment in as it is met. */
function gapsOf(
  vlan: number,
  segments: ReadonlyMap<Segment, readonly string[]>,
  trunks: ReadonlyMap<string, readonly { to: string; cable: Cable }[]>,
): Gap[] {
  const owner = new Map(
    [...segments].flatMap(([segment, own]) => own.map((name) => [name, segment] as const)),
  );
  const gaps: Gap[] = [];
  const met = new Set<Segment>();
  for (const start of segments.keys()) {
    if (met.has(start)) continue;
    const came = new Map<string, Step | undefined>();
    const queue: string[] = [];
    const takeIn = (segment: Segment): void => {
      met.add(segment);
      for (const name of segments.get(segment) ?? []) {
        came.set(name, undefined);
        queue.push(name);
      }
    };
    takeIn(start);
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const { to, cable } of trunks.get(at) ?? []) {
        const far = owner.get(to);
        if (far ? met.has(far) : came.has(to)) continue;
        came.set(to, { from: at, cable });
        if (!far) {
          queue.push(to);
          continue;
        }
        const { source, cables: way } = trail(came, to);
        const near = owner.get(source) ?? start;
        gaps.push({ vlan, near, far, cuts: cutsOf(way, vlan) });
        takeIn(far);
      }
    }
  }
  return gaps;
}

function trail(came: ReadonlyMap<string, Step | undefined>, to: string): { source: string; cables: Cable[] } {
  const way: Cable[] = [];
  let at = to;
  for (let step = came.get(at); step; step = came.get(at)) {
    way.unshift(step.cable);
    at = step.from;
  }
  return { source: at, cables: way };
}

function cutsOf(way: readonly Cable[], vlan: number): Gap['cuts'] {
  return way.flatMap((cable) => {
    const stops = cable.ends.filter((end) => !carriesVlan(end, vlan));
    return stops.length === 0 ? [] : [{ cable, stops }];
  });
}

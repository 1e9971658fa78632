import { groupBy, rowOf } from '../base/by-id.ts';
import { type Change, mergeChanges } from '../model/change.ts';
import type { Topology } from '../model/topology.ts';
import { cables } from '../network/cables.ts';
import type { Network } from '../network/network.ts';
import { parsePriority, priorityOf, runsSpanningTree, standardPriority } from '../network/spanning-tree.ts';
import { stronglyConnected } from '../network/strongly-connected.ts';
import { sayDevice, sayDevices, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'nobody' | 'tie' | 'tie-one' | 'choose' | 'later';

export const stpRootDecided = defineRule({
  id: 'stp-root-decided',
  severity: 'warning',
  pack: 'l2',
  catalogue: ['L2-04', 'L2-05'],
  per: 'lab',
  summary: 'Where a spanning tree cuts a loop, priorities say which switch is its root.',
  why: 'Otherwise the lowest MAC wins, often the oldest switch, and traffic takes ways that nobody chose.',
  source: 'IEEE 802.1D-2004 section 17.3.1',
  messages: {
    nobody:
      'None of {switches} has a spanning tree priority, so their MAC addresses choose the root: give {best} the lowest.',
    tie: '{best} and {other} share the lowest spanning tree priority {value}, so their MAC addresses choose the root: give {other} a higher one.',
    'tie-one':
      '{best} and {other} share the lowest spanning tree priority {value} for {instance}, so their MAC addresses choose the root: give {other} a higher one.',
    choose: 'Make {best} the root with 4096, and {other} the next with 8192',
    later: 'Give {other} the priority {value}',
  },
  examples: {
    good: [
      'switch s stpMode=rstp stpPriority=4096\nswitch t stpMode=rstp\ns -- t\ns -- t',
      // Without a loop there is nothing to cut, and it does not matter which is the root.
      'switch s stpMode=rstp\nswitch t stpMode=rstp\ns -- t',
      'switch s stpMode=pvst stpPriority=4096 stpPriorities=20=8192\nswitch t stpMode=pvst stpPriority=8192 stpPriorities=20=4096\ns -- t\ns -- t',
    ],
    bad: [
      {
        lab: 'switch s stpMode=rstp\nswitch t stpMode=rstp\nswitch u stpMode=rstp stpPriority=61440\ns -- t\nt -- u\nu -- s',
        reports: ['tie'],
      },
      { lab: 'switch s stpMode=rstp\nswitch t stpMode=rstp\ns -- t\ns -- t', reports: ['nobody'] },
      {
        lab: 'switch s stpMode=rstp stpPriority=4096\nswitch t stpMode=rstp stpPriority=4096\ns -- t\ns -- t',
        reports: ['tie'],
      },
      {
        lab: 'switch s stpMode=pvst stpPriority=4096 stpPriorities=10=8192\nswitch t stpMode=pvst stpPriorities=10=8192\ns -- t\ns -- t',
        reports: ['tie-one'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    for (const ids of treesWithLoops(topology, network)) {
      const [best, next] = contenders(topology, ids, undefined);
      if (best !== undefined && next !== undefined) {
        const value = priority(topology, best, undefined);
        const names = { best: sayDevice(topology, best), other: sayDevice(topology, next) };
        const at = { table: 'devices', row: best, field: 'stpPriority' } as const;
        if (ids.every((id) => rowOf(topology.devices, id)?.stpPriority === undefined)) {
          const values = { best: names.best, switches: sayDevices(topology, ids) };
          yield { message: 'nobody', values, at, fixes: [choose(topology, best, next)] };
        } else {
          const fixes = later(topology, next, undefined, value);
          yield { message: 'tie', values: { ...names, value }, at, fixes };
        }
      }
      yield* ties(topology, ids);
    }
  },
});

function* ties(topology: Topology, ids: readonly string[]): Generator<Finding<Words>> {
  const instances = new Set(
    ids.flatMap((id) =>
      (rowOf(topology.devices, id)?.stpPriorities ?? []).flatMap(
        (text) => parsePriority(text)?.instance ?? [],
      ),
    ),
  );
  for (const instance of [...instances].sort((a, b) => a - b)) {
    const [best, other] = contenders(topology, ids, instance);
    if (best === undefined || other === undefined) continue;
    const value = priority(topology, best, instance);
    yield {
      message: 'tie-one',
      values: { best: sayDevice(topology, best), other: sayDevice(topology, other), value, instance },
      at: { table: 'devices', row: best, field: 'stpPriorities' },
      fixes: later(topology, other, instance, value),
    };
  }
}

/** Switches of one spanning tree, for each tree with a loop in it that every switch there helps to cut. */
function treesWithLoops(topology: Topology, network: Network): string[][] {
  const runs = (id: string): boolean => runsSpanningTree(rowOf(topology.devices, id));
  const looped = new Set(
    network.loops.flatMap(({ switches }) => (switches.length > 1 && switches.every(runs) ? switches : [])),
  );
  if (looped.size === 0) return [];
  const ids = Object.keys(topology.devices).filter(runs).sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const edges = ids.map((): number[] => []);
  for (const { ends } of cables(topology)) {
    const [a, b] = ends.map(({ row }) => numbers.get(row.device));
    if (a === undefined || b === undefined || !ends.every(({ switchPort }) => switchPort)) continue;
    edges[a]?.push(b);
    edges[b]?.push(a);
  }
  const component = stronglyConnected(edges);
  const trees = groupBy(ids, (id) => component[numbers.get(id) ?? -1]);
  return [...trees.values()].filter((tree) => tree.some((id) => looped.has(id)));
}

function priority(topology: Topology, id: string, instance: number | undefined): number {
  const device = rowOf(topology.devices, id);
  return device ? priorityOf(device, instance) : standardPriority;
}

/** The switches that share the lowest priority, by number of ports; none where one has it alone. */
function contenders(topology: Topology, ids: readonly string[], instance: number | undefined): string[] {
  const least = Math.min(...ids.map((id) => priority(topology, id, instance)));
  const first = ids.filter((id) => priority(topology, id, instance) === least);
  if (first.length < 2) return [];
  const ports = groupBy(Object.values(topology.interfaces), ({ device }) => device);
  const count = (id: string): number => ports.get(id)?.length ?? 0;
  return first.sort((a, b) => count(b) - count(a));
}

function choose(topology: Topology, best: string, other: string): FindingFix<Words> {
  const change = mergeChanges(
    setFields(topology, 'devices', best, { stpPriority: 4096 }),
    setFields(topology, 'devices', other, { stpPriority: 8192 }),
  );
  const values = { best: sayDevice(topology, best), other: sayDevice(topology, other) };
  return { label: 'choose', values, safety: 'choice', change };
}

function later(
  topology: Topology,
  other: string,
  instance: number | undefined,
  now: number,
): FindingFix<Words>[] {
  const value = now + 4096;
  if (value > 61_440) return [];
  const own = (rowOf(topology.devices, other)?.stpPriorities ?? []).filter(
    (text) => parsePriority(text)?.instance !== instance,
  );
  const change: Change = setFields(
    topology,
    'devices',
    other,
    instance === undefined ? { stpPriority: value } : { stpPriorities: [...own, `${instance}=${value}`] },
  );
  return [{ label: 'later', values: { other: sayDevice(topology, other), value }, safety: 'choice', change }];
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Edge, edgesAround } from '../../../shared/network/round-ways.ts';

const graph = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 10 })
  .map((pairs) => pairs.filter(([a, b]) => a !== b).map((ends): Edge => ({ ends })));

/** Every way from node 0 back to it that passes no node twice, by trying. */
function tried(edges: readonly Edge[]): Set<Edge> {
  const found = new Set<Edge>();
  const go = (node: number, way: readonly Edge[], passed: readonly number[]): void => {
    for (const edge of edges) {
      if (way.includes(edge) || !edge.ends.includes(node)) continue;
      const to = edge.ends[0] === node ? edge.ends[1] : edge.ends[0];
      if (to === 0 && way.length > 0) for (const one of [...way, edge]) found.add(one);
      else if (!passed.includes(to)) go(to, [...way, edge], [...passed, to]);
    }
  };
  go(0, [], [0]);
  return found;
}

it('finds the edges that trying every way round finds', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const around = edgesAround(0, (node) => edges.filter(({ ends }) => ends.includes(node)));
      expect(new Set(around)).toEqual(tried(edges));
      expect([...around].every((edge) => edges.includes(edge))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('goes as deep as a long chain', () => {
  const chain = Array.from({ length: 20_000 }, (_, index): Edge => ({ ends: [index, (index + 1) % 20_000] }));
  const at = (node: number): Edge[] =>
    [chain[node], chain[(node + 19_999) % 20_000]].flatMap((edge) => edge ?? []);
  expect(edgesAround(0, at).size).toBe(20_000);
});

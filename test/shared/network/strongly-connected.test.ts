import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stronglyConnected } from '../../../shared/network/strongly-connected.ts';

/** For each node, those it reaches, by walking. */
function reached(edges: readonly (readonly number[])[]): Set<number>[] {
  return edges.map((_, start) => {
    const seen = new Set([start]);
    for (const node of seen) for (const to of edges[node] ?? []) seen.add(to);
    return seen;
  });
}

const graphs = fc
  .integer({ min: 0, max: 12 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(Math.max(0, size - 1)), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

it('two nodes share a component exactly when each reaches the other', () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      const component = stronglyConnected(edges);
      const reach = reached(edges);
      for (const a of edges.keys()) {
        for (const b of edges.keys()) {
          expect(component[a] === component[b]).toBe(reach[a]?.has(b) === true && reach[b]?.has(a) === true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

it('a chain far longer than a call stack is one component when it closes, and none when it does not', () => {
  const length = 200_000;
  const chain = (last: number[]): number[][] =>
    Array.from({ length }, (_, node) => (node === length - 1 ? last : [node + 1]));
  expect([new Set(stronglyConnected(chain([0]))).size, new Set(stronglyConnected(chain([]))).size]).toEqual([
    1,
    length,
  ]);
});

/** An edge of an undirected graph; two nodes may have several. */
export interface Edge {
  readonly ends: readonly [number, number];
}

/**
 * The edges that lie on a way from a node back to itself which passes no other node twice: those that share a block (a
 * biconnected component) with it. Hopcroft and Tarjan's algorithm with a stack of its own, since labs are deeper than a call
 * stack.
 */
export function edgesAround<Kind extends Edge>(
  root: number,
  edgesAt: (node: number) => readonly Kind[],
): Set<Kind> {
  const order = new Map([[root, 0]]);
  const low = new Map([[root, 0]]);
  const orderOf = (node: number): number => order.get(node) ?? 0;
  const lower = (node: number, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  const around = new Set<Kind>();
  const seen = new Set<Kind>();
  /** Edges of blocks that are not complete yet. */
  const open: Kind[] = [];
  const work = [{ node: root, next: 0, opened: 0 }];
  for (let frame = work.at(-1); frame; frame = work.at(-1)) {
    const edge = edgesAt(frame.node)[frame.next++];
    if (edge) {
      if (seen.has(edge)) continue;
      seen.add(edge);
      const opened = open.push(edge) - 1;
      const to = edge.ends[0] === frame.node ? edge.ends[1] : edge.ends[0];
      if (order.has(to)) lower(frame.node, orderOf(to));
      else {
        order.set(to, order.size);
        low.set(to, orderOf(to));
        work.push({ node: to, next: 0, opened });
      }
      continue;
    }
    work.pop();
    const parent = work.at(-1);
    if (!parent) break;
    const least = low.get(frame.node) ?? 0;
    lower(parent.node, least);
    if (least < orderOf(parent.node)) continue;
    const block = open.splice(frame.opened);
    if (parent.node === root && block.length > 1) for (const one of block) around.add(one);
  }
  return around;
}

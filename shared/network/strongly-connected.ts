/**
 * Strongly connected components of a directed graph: nodes that reach each other both ways.
 * Tarjan's algorithm with its own stack, since labs are deeper than a call stack.
 *
 * @param edges for each node, the nodes it leads to
 * @returns for each node, the number of its component
 */
export function stronglyConnected(edges: readonly (readonly number[])[]): number[] {
  const index = new Array<number>(edges.length).fill(-1);
  const low = new Array<number>(edges.length).fill(0);
  const component = new Array<number>(edges.length).fill(-1);
  const open: number[] = [];
  let next = 0;
  let components = 0;
  for (let root = 0; root < edges.length; root++) {
    if (index[root] !== -1) continue;
    const work: { node: number; edge: number }[] = [{ node: root, edge: 0 }];
    index[root] = low[root] = next++;
    open.push(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { node } = frame;
      const to = edges[node]?.[frame.edge++];
      if (to === undefined) {
        work.pop();
        const parent = work.at(-1)?.node;
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
        if (low[node] === index[node]) {
          for (let member = open.pop(); member !== undefined; member = open.pop()) {
            component[member] = components;
            if (member === node) break;
          }
          components++;
        }
      } else if (index[to] === -1) {
        index[to] = low[to] = next++;
        open.push(to);
        work.push({ node: to, edge: 0 });
      } else if (component[to] === -1) low[node] = Math.min(low[node] ?? 0, index[to] ?? 0);
    }
  }
  return component;
}

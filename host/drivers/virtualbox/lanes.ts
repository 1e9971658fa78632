/** Lets work in one at a time for each key, and at most `limit` at a time in all. */
export interface Lanes {
  in<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
}

export function createLanes(limit: number): Lanes {
  const last = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  async function limited<Value>(work: () => Promise<Value>): Promise<Value> {
    if (busy >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  }
  return {
    in: (key, work) => {
      const turn = () => limited(work);
      const result = (last.get(key) ?? Promise.resolve()).then(turn, turn);
      last.set(
        key,
        result.catch(() => undefined),
      );
      return result;
    },
  };
}

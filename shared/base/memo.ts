import { type Reads, watchedBehind } from './reads.ts';

/**
 * Remembers the last result; called again with an identical argument, gives the identical result. Where the argument is a view of
 * a recorder, a result that is remembered counts as read by whoever asks for it.
 */
export function memoLast<Argument extends object, Value>(
  compute: (argument: Argument) => Value,
): (argument: Argument) => Value {
  let last: { argument: Argument; value: Value; reads?: Reads } | undefined;
  return (argument) => {
    const watched = watchedBehind(argument);
    if (last?.argument !== argument) {
      last = watched
        ? { argument, ...watched.capture(() => compute(argument)) }
        : { argument, value: compute(argument) };
    } else if (last.reads) watched?.replay(last.reads);
    return last.value;
  };
}

/** A function that works its value out when it is first asked, and then keeps it. */
export function lazy<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: make() }).value;
}

/** A function of a text that works each value out once. */
export function lazyByKey<Value>(make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    kept.set(key, value);
    return value;
  };
}

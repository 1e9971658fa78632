/** Remembers the last result; called again with an identical argument, gives the identical result. */
export function memoLast<Argument extends object, Value>(
  compute: (argument: Argument) => Value,
): (argument: Argument) => Value {
  let last: { argument: Argument; value: Value } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, value: compute(argument) };
    return last.value;
  };
}

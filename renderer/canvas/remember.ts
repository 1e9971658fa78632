/** Values by id, each with what it was made from. */
export type Memory<Value> = Map<string, { readonly from: readonly unknown[]; readonly value: Value }>;

/** The value made last for this id, while everything that it is made from is still the same. */
export function remember<Value>(
  memory: Memory<Value>,
  id: string,
  from: readonly unknown[],
  make: () => Value,
): Value {
  const old = memory.get(id);
  if (old && old.from.length === from.length && old.from.every((one, index) => one === from[index]))
    return old.value;
  const value = make();
  memory.set(id, { from, value });
  return value;
}

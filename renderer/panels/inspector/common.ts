/** What several rows have in a field. */
export type Common<Value> = { readonly kind: 'same'; readonly value: Value } | { readonly kind: 'different' };

/** The value that all have; none have the same when there is none. */
export function commonOf<Value>(values: readonly Value[]): Common<Value> {
  const [value, ...rest] = new Set(values);
  return value === undefined || rest.length > 0 ? { kind: 'different' } : { kind: 'same', value };
}

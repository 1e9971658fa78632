/** Combinations of keys as they stand on the keyboard. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((one) => (
    <kbd key={one} className="keys">
      {one}
    </kbd>
  ));
}

/** Rows by id. Ids come from files, so look rows up with `rowOf`: `table['constructor']` is a function. */
export type Table<Row> = Readonly<Record<string, Row>>;

/** The row with this id, or undefined; never something inherited from Object.prototype. */
export function rowOf<Row>(table: Table<Row>, id: string | undefined): Row | undefined {
  return id !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Orders text by UTF-16 code unit: the same on every machine and in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows in order of id, so that output does not depend on the order of edits. */
export function sortedRows<Row>(table: Table<Row>): [id: string, row: Row][] {
  return Object.entries(table).sort(([a], [b]) => byText(a, b));
}

/** Groups items by a key, keys in order of first appearance. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

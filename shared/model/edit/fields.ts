/** A row with some fields replaced; a field set to undefined is taken out. Members of later versions are kept. */
export function withFields<Row extends object>(row: Row, fields: Partial<Row>): Row {
  const members = Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as Row;
}

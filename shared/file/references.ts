import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { message } from '../messages/message.ts';
import type { Design, Place, TableName } from '../model/design.ts';

/** Fields that hold the id of a row, and the table it must be in. */
const fields = [
  ['devices', 'on', 'devices'],
  ['interfaces', 'device', 'devices'],
  ['interfaces', 'parent', 'interfaces'],
  ['interfaces', 'shares', 'interfaces'],
  ['links', 'a', 'interfaces'],
  ['links', 'b', 'interfaces'],
  ['subnets', 'switch', 'devices'],
  ['nat', 'device', 'devices'],
] as const satisfies readonly (readonly [TableName, string, TableName])[];

/** References that lead nowhere, and ports with two cables. In order of table and row. */
export function references(design: Design): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [table, field, into] of fields) {
    for (const [id, row] of sortedRows<object>(design[table])) {
      const target = rowOf(row as Record<string, unknown>, field);
      if (typeof target !== 'string' || rowOf<unknown>(design[into], target) !== undefined) continue;
      found.push({
        ...finding({ table, row: id, field }, 'file/dangling', {
          field: `${table}.${id}.${field}`,
          target,
          table: into,
        }),
        fixes: [
          {
            label: message('file/remove-row', { row: id }),
            safety: 'choice',
            change: { [table]: { [id]: { before: row } } },
          },
        ],
      });
    }
  }
  const ends = sortedRows(design.links).flatMap(([id, { a, b }]) => [
    { end: a, link: id },
    { end: b, link: id },
  ]);
  for (const [end, cables] of groupBy(ends, ({ end }) => end)) {
    const second = cables[1];
    if (!second) continue;
    found.push(finding({ table: 'links', row: second.link }, 'file/cabled-twice', { interface: end }));
  }
  return found;
}

function finding(at: Place, id: string, values: Record<string, string>): Diagnostic {
  return {
    code: id,
    severity: 'error',
    message: message(id, values),
    hint: message(`${id}-hint`, values),
    at,
    related: [],
    fixes: [],
  };
}

import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { message } from '../messages/message.ts';
import type { Design, Place } from '../model/design.ts';
import type { Field } from '../model/field.ts';
import { fields, fieldTables } from '../model/fields.ts';

/** Fields that hold the id of a row, or several, and the table it must be in. Groups pass over what is gone. */
const referring = fieldTables
  .filter((table) => table !== 'groups')
  .flatMap((table) =>
    Object.entries<Field>(fields[table]).flatMap(([name, field]) =>
      field.type === 'reference' || field.type === 'references' ? [{ table, name, to: field.to }] : [],
    ),
  );

/** References that lead nowhere, and ports with two cables. In order of table and row. */
export function references(design: Design): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { table, name, to } of referring) {
    for (const [id, row] of sortedRows<object>(design[table])) {
      const value = rowOf(row as Record<string, unknown>, name);
      for (const target of Array.isArray(value) ? value : [value]) {
        if (typeof target !== 'string' || rowOf<unknown>(design[to], target) !== undefined) continue;
        found.push({
          ...finding({ table, row: id, field: name }, 'file/dangling', {
            field: `${table}.${id}.${name}`,
            target,
            table: to,
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

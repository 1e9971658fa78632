import { sortedRows } from '../base/by-id.ts';
import { type Design, labRow, tableNames } from '../model/design.ts';
import { fileVersion, schemaName } from './schema.ts';

/** Members in a fixed order first, for people who read; then the rest by name, so that equal rows give equal text. */
const leading = ['id', 'kind', 'device', 'name', 'a', 'b', 'prefix'];

/**
 * The text of a lab file: tables in a fixed order, rows sorted by id and one to a line, ends with a line break.
 * Equal designs give equal bytes; reading the text gives an equal design.
 */
export function writeDesign(design: Design): string {
  const { $schema = schemaName, ...extra } = design.extra;
  const members = [
    `"$schema": ${line($schema)}`,
    `"netloom": ${fileVersion}`,
    `"lab": ${line(labRow(design))}`,
  ];
  for (const table of tableNames) {
    if (table === 'lab' || table === 'extra') continue;
    const rows = sortedRows<unknown>(design[table]);
    if (rows.length === 0) continue;
    const lines = rows.map(([id, row]) => `    ${JSON.stringify(id)}: ${line(row)}`);
    members.push(`${JSON.stringify(table)}: {\n${lines.join(',\n')}\n  }`);
  }
  for (const [name, value] of sortedRows(extra)) members.push(`${JSON.stringify(name)}: ${line(value)}`);
  const text = `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
  // In a text, U+FFFD is the mark of bytes that were not UTF-8; a name that has it is written as an escape.
  return text.replaceAll('\uFFFD', '\\ufffd');
}

function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}: ${line(member)}`);
  return `{${members.join(', ')}}`;
}

function order(name: string): number {
  const index = leading.indexOf(name);
  return index < 0 ? leading.length : index;
}

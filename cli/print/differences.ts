import { type RowDifference, type FieldDifference, differences } from '../../shared/model/differences.ts';
import type { Change } from '../../shared/model/change.ts';
import { printable } from './words.ts';

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** A change as lines like those of a diff, one for each row. */
export function differenceLines(change: Change): string[] {
  return differences(change).map(({ kind, table, row, fields }) =>
    printable(
      `${signs[kind]} ${table} ${row}${fields.length > 0 ? `: ${fields.map(told(kind)).join(', ')}` : ''}`,
    ),
  );
}

/** How many rows were added, removed and changed. */
export function countDifferences(change: Change): Record<RowDifference['kind'], number> {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const { kind } of differences(change)) counts[kind]++;
  return counts;
}

function told(kind: RowDifference['kind']): (difference: FieldDifference) => string {
  return ({ field, before, after }) => {
    const name = field === '' ? '' : `${field} `;
    if (kind === 'changed') return `${name}${shown(before)} → ${shown(after)}`;
    return `${name}${shown(kind === 'added' ? after : before)}`;
  };
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}

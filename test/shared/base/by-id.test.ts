import { expect, it } from 'vitest';
import { groupBy, rowOf, sortedRows } from '../../../shared/base/by-id.ts';

it('an id that every object inherits names no row', () => {
  const table: Record<string, number> = { web1: 1 };
  expect(['web1', 'constructor', 'toString', '__proto__', undefined].map((id) => rowOf(table, id))).toEqual([
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('rows are ordered by code unit: the same in every locale', () => {
  expect(sortedRows({ b: 1, ä: 2, B: 3, a10: 4, a2: 5 }).map(([id]) => id)).toEqual([
    'B',
    'a10',
    'a2',
    'b',
    'ä',
  ]);
});

it('groups keep the order in which their keys appeared', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (text) => text[0])]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

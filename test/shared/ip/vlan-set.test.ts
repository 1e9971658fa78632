import { expect, it } from 'vitest';
import { formatVlanIds, isVlanId, parseVlanSet, vlanIdsOf, vlanSetHas } from '../../../shared/ip/vlan-set.ts';

it('ids go from 1 to 4094', () => {
  expect([-1, 0, 1, 1.5, 4094, 4095, Number.NaN].map(isVlanId)).toEqual([
    false,
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
});

it.each([
  [
    '10, 20 ,100-110',
    {
      all: false,
      ranges: [
        [10, 10],
        [20, 20],
        [100, 110],
      ],
      malformed: [],
    },
  ],
  ['ALL', { all: true, ranges: [], malformed: [] }],
  ['', { all: false, ranges: [], malformed: [] }],
  ['10,,x,20-10,-5', { all: false, ranges: [[10, 10]], malformed: ['', 'x', '20-10', '-5'] }],
  ['4090-4096', { all: false, ranges: [[4090, 4096]], malformed: [] }],
])('reads "%s"', (text, expected) => {
  expect(parseVlanSet(text)).toEqual(expected);
});

it('has the ids of its ranges, and none that no frame can carry', () => {
  const set = parseVlanSet('0-10,4090-5000');
  expect([0, 1, 10, 11, 4094, 4095].map((id) => vlanSetHas(set, id))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect([0, 1, 4094, 4095].map((id) => vlanSetHas(parseVlanSet('all'), id))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it.each([
  ['20,10,10', '10,20'],
  ['10,11,12,20', '10-12,20'],
  ['4090-5000,0-2', '1-2,4090-4094'],
  ['', ''],
])('the ids of "%s" are written "%s"', (text, written) => {
  expect(formatVlanIds(vlanIdsOf(parseVlanSet(text)) ?? [])).toBe(written);
});

it('all VLANs are no list of ids', () => {
  expect(vlanIdsOf(parseVlanSet('all'))).toBeUndefined();
});

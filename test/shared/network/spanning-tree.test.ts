import { expect, it } from 'vitest';
import { isBridgePriority, parsePriority, priorityOf } from '../../../shared/network/spanning-tree.ts';

it('a priority for one VLAN counts there, the general one elsewhere, else the standard', () => {
  const device = { kind: 'switch', name: 's', stpPriority: 4096, stpPriorities: ['10=8192', 'x'] };
  expect([priorityOf(device, 10), priorityOf(device, 20), priorityOf(device)]).toEqual([8192, 4096, 4096]);
  expect(priorityOf({ kind: 'switch', name: 's' })).toBe(32_768);
});

it.each([
  ['10=4096', { instance: 10, value: 4096 }],
  [' 0 = 61440 ', { instance: 0, value: 61_440 }],
  ['10', undefined],
  ['10=-1', undefined],
])('reads %j', (text, expected) => {
  expect(parsePriority(text)).toEqual(expected);
});

it('priorities go in steps of 4096 from 0 to 61440', () => {
  expect([0, 4096, 61_440].every(isBridgePriority)).toBe(true);
  expect([-4096, 1, 4095, 65_536, 4096.5].some(isBridgePriority)).toBe(false);
});

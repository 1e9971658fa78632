import { expect, it } from 'vitest';
import { formatPorts, isPort, parsePorts } from '../../../shared/ip/ports.ts';

it.each([
  [8080, { first: 8080, last: 8080 }],
  ['8080', { first: 8080, last: 8080 }],
  [' 9000 - 9002 ', { first: 9000, last: 9002 }],
  [70000, { first: 70000, last: 70000 }],
  ['-1', { first: -1, last: -1 }],
  ['9002-9000', undefined],
  ['http', undefined],
  ['', undefined],
  ['80,81', undefined],
  ['1e3', undefined],
  [80.5, undefined],
])('reads %j as %j', (typed, expected) => {
  expect(parsePorts(typed)).toEqual(expected);
});

it('ports go from 1 to 65535', () => {
  expect([-1, 0, 1, 65_535, 65_536, 80.5].map(isPort)).toEqual([false, false, true, true, false, false]);
});

it('a range of one port is written as the port', () => {
  expect([formatPorts({ first: 80, last: 80 }), formatPorts({ first: 80, last: 82 })]).toEqual([
    '80',
    '80-82',
  ]);
});

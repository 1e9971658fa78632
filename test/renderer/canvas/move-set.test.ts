import { expect, it } from 'vitest';
import { hostAt, movedBy, moveSetOf, placementsOf } from '../../../renderer/stores/move-set.ts';
import { sceneOf } from '../../../renderer/stores/scene.ts';
import type { Design, Position } from '../../../shared/model/design.ts';
import { hostLab } from './lab.ts';

const none: ReadonlySet<string> = new Set();

function setOf(lab: Design, devices: string[], groups: string[] = [], notes: string[] = []) {
  return moveSetOf(lab, sceneOf(lab), {
    devices: new Set(devices),
    groups: new Set(groups),
    notes: new Set(notes),
  });
}

/** What a move of these by so much puts on which host. */
function placed(lab: Design, devices: string[], by: Position) {
  return [...placementsOf(lab, sceneOf(lab), setOf(lab, devices), by)];
}

const note = { text: 'n', x: 5, y: 6, width: 100, height: 50 };
const twoHosts = hostLab({
  hosts: { h: [0, 0], k: [1000, 0] },
  machines: { a: [20, 60, 'h'], b: [400, 60], c: [1020, 60, 'k'] },
  metal: { m: [400, 200] },
});

it('a host takes along what is on it, a group its devices, and nothing is moved twice', () => {
  const lab = hostLab({
    hosts: { h: [0, 0] },
    machines: { a: [20, 60, 'h'], b: [400, 60], c: [600, 60] },
    groups: { g: ['b', 'h'] },
    notes: { n: note },
  });
  const set = setOf(lab, ['a', 'gone'], ['g'], ['n', 'gone']);
  expect({ devices: [...set.devices].sort(), notes: [...set.notes] }).toEqual({
    devices: ['a', 'b', 'h'],
    notes: ['n'],
  });
  expect(movedBy(lab, sceneOf(lab), set, { x: 10, y: -4 })).toEqual({
    devices: { a: { x: 30, y: 56 }, b: { x: 410, y: 56 }, h: { x: 10, y: -4 } },
    notes: { n: { x: 15, y: 2 } },
  });
});

it('a machine whose centre comes into the frame of a host is put on it', () => {
  expect(placed(twoHosts, ['b'], { x: -300, y: 0 })).toEqual([['h', ['b']]]);
  expect(placed(twoHosts, ['b'], { x: -270, y: 0 }), 'its edge alone is not enough').toEqual([]);
});

it('a machine that stays in the frame stays on its host, one that leaves it is on this computer', () => {
  expect(placed(twoHosts, ['a'], { x: 40, y: 10 })).toEqual([]);
  expect(placed(twoHosts, ['a'], { x: 300, y: 0 })).toEqual([[undefined, ['a']]]);
});

it('a machine goes from host to host, and several may go to several', () => {
  expect(placed(twoHosts, ['a'], { x: 1000, y: 0 })).toEqual([['k', ['a']]]);
  expect(placed(twoHosts, ['a', 'b'], { x: 620, y: 0 })).toEqual([
    [undefined, ['a']],
    ['k', ['b']],
  ]);
});

it('what goes along with its host stays on it, even over another host', () => {
  expect(placed(twoHosts, ['h'], { x: 1000, y: 0 })).toEqual([]);
  expect(placed(twoHosts, ['a', 'h'], { x: 1000, y: 0 })).toEqual([]);
});

it('a host and what is of metal are not taken by a host', () => {
  expect(placed(twoHosts, ['m'], { x: -350, y: -140 })).toEqual([]);
  expect(placed(twoHosts, ['k'], { x: -950, y: 0 })).toEqual([]);
});

it('a machine on a host that is not drawn stays there when it is moved on the empty canvas', () => {
  const lab = hostLab({ hosts: { h: [0, 0] }, machines: { a: [400, 0, 'elsewhere'] } });
  expect(placed(lab, ['a'], { x: 100, y: 0 })).toEqual([]);
  expect(placed(lab, ['a'], { x: -380, y: 0 })).toEqual([['h', ['a']]]);
});

it('of two hosts at one point the smaller is meant', () => {
  const lab = hostLab({ hosts: { big: [0, 0], small: [60, 80] }, machines: { a: [400, 300, 'big'] } });
  const at = (point: Position, except = none) => hostAt(lab, sceneOf(lab), point, except);
  expect(at({ x: 100, y: 100 })).toBe('small');
  expect(at({ x: 100, y: 100 }, new Set(['small']))).toBe('big');
  expect(at({ x: 300, y: 20 })).toBe('big');
  expect(at({ x: -1, y: 20 })).toBeUndefined();
});

import { expect, it } from 'vitest';
import { sceneOf } from '../../../renderer/stores/scene.ts';
import { hostLab } from './lab.ts';

const boxes = (map: ReadonlyMap<string, unknown>) => Object.fromEntries(map);

it('a host with nothing on it is a card and has no frame', () => {
  const scene = sceneOf(hostLab({ hosts: { h: [10, 20] }, machines: { a: [300, 0] } }));
  expect({ frames: boxes(scene.frames.hosts), card: scene.cards.get('h') }).toEqual({
    frames: {},
    card: { x: 10, y: 20, width: 168, height: 52 },
  });
});

it('the frame of a host goes around its card and what is on it, with a margin and room for the header', () => {
  const scene = sceneOf(hostLab({ hosts: { h: [0, 0] }, machines: { a: [100, 200, 'h'] } }));
  expect(boxes(scene.frames.hosts)).toEqual({ h: { x: 0, y: 0, width: 284, height: 268 } });
});

it('what lies left of and above the card widens the frame, and no device lies under the header', () => {
  const scene = sceneOf(hostLab({ hosts: { h: [0, 0] }, machines: { a: [-100, -50, 'h'] } }));
  expect(boxes(scene.frames.hosts)).toEqual({ h: { x: -116, y: -98, width: 284, height: 150 } });
});

it('a group goes around the whole frame of a host in it', () => {
  const lab = hostLab({
    hosts: { h: [0, 0] },
    machines: { a: [20, 60, 'h'], b: [400, 0] },
    groups: { g: ['b', 'h'] },
  });
  expect(boxes(sceneOf(lab).frames.groups)).toEqual({ g: { x: -16, y: -40, width: 600, height: 184 } });
});

it('a group of devices on one host is drawn in its frame, which goes around it', () => {
  const lab = hostLab({
    hosts: { h: [0, 0] },
    machines: { a: [20, 100, 'h'], b: [220, 100, 'h'] },
    groups: { g: ['a', 'b'] },
  });
  const { groups, hosts, inner } = sceneOf(lab).frames;
  expect({ groups: boxes(groups), hosts: boxes(hosts), inner: [...inner] }).toEqual({
    groups: { g: { x: 4, y: 60, width: 400, height: 108 } },
    hosts: { h: { x: -12, y: 0, width: 432, height: 184 } },
    inner: ['g'],
  });
});

it('a group passes over devices that are gone, and with none left it is not drawn', () => {
  const lab = hostLab({ machines: { a: [0, 0] }, groups: { g: ['a', 'gone'], empty: ['gone'] } });
  expect(boxes(sceneOf(lab).frames.groups)).toEqual({ g: { x: -16, y: -40, width: 200, height: 108 } });
});

it('hosts that say they run on each other, or on themselves, stand beside each other', () => {
  const lab = hostLab({ hosts: { a: [0, 0, 'b'], b: [300, 0, 'a'], c: [600, 0, 'c'] } });
  expect(boxes(sceneOf(lab).frames.hosts)).toEqual({});
});

it('a device on something that is no host, or that is gone, is drawn on its own', () => {
  const lab = hostLab({ hosts: { h: [0, 0] }, machines: { a: [0, 0, 'b'], b: [0, 0, 'gone'] } });
  expect(boxes(sceneOf(lab).contents)).toEqual({});
});

it('the scene is the same object until something that it is made of changes', () => {
  const lab = hostLab({ hosts: { h: [0, 0] } });
  const scene = sceneOf(lab);
  expect(sceneOf({ ...lab, notes: { n: { text: '', x: 0, y: 0, width: 1, height: 1 } } })).toBe(scene);
  expect(sceneOf({ ...lab, positions: { h: { x: 1, y: 0 } } })).not.toBe(scene);
});

it('devices without a place are drawn in a grid in order of their ids', () => {
  const lab = hostLab({ machines: { b: [0, 0], a: [0, 0] } });
  const { cards } = sceneOf({ ...lab, positions: {} });
  expect(boxes(cards)).toEqual({
    a: { x: 0, y: 0, width: 168, height: 52 },
    b: { x: 220, y: 0, width: 168, height: 52 },
  });
});

import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { derive } from '../../../shared/network/derive.ts';
import { waysOf } from '../../../shared/network/ways.ts';

/** The cables between members of each segment. */
function ways(lab: string): Record<string, string[]> {
  const topology = sketchDesign(lab);
  const found = waysOf(topology, derive(topology));
  return Object.fromEntries([...found].map(([segment, links]) => [segment, [...links].sort()]));
}

it('cables that lead only to switches without members are no way', () => {
  const lab =
    'switch s\nswitch t\nswitch u\nvm a\nvm b\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk\nt -- u mode=trunk';
  expect(ways(lab)).toEqual({ 's-v10': ['link1', 'link2', 'link3'] });
});

it('a segment of one member has no way', () => {
  expect(ways('switch s\nswitch t\nvm a\na -- s\ns -- t')).toEqual({});
});

it('both ways round a loop are ways', () => {
  const lab = 'switch s\nswitch t\nvm a\nvm b\na -- s\nb -- t\ns -- t\ns -- t';
  expect(ways(lab)).toEqual({ 's-v1': ['link1', 'link2', 'link3', 'link4'] });
});

it('a ring of switches that hangs on one switch of the members is no way', () => {
  const lab = 'switch s\nswitch t\nswitch u\nvm a\nvm b\na -- s\nb -- s\ns -- t\nt -- u\nu -- s';
  expect(ways(lab)).toEqual({ 's-v1': ['link1', 'link2'] });
});

it('members at both sides of a ring have two ways', () => {
  const lab =
    'switch s\nswitch t\nswitch u\nswitch x\nvm a\nvm b\na -- s\nb -- t\ns -- t\nt -- u\nu -- s\nu -- x';
  expect(ways(lab)).toEqual({ 's-v1': ['link1', 'link2', 'link3', 'link4', 'link5'] });
});

it('a sub-interface is a member behind its own port', () => {
  const lab =
    'switch s\nrouter r\nport r.v10 parent=r.eth0 tag=10\nvm a\nvm b\nr -- s mode=trunk\na -- s vlan=10\nb -- s vlan=20';
  expect(ways(lab)).toEqual({ 's-v10': ['link1', 'link2'] });
});

import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { loops } from '../../../shared/network/loops.ts';

const found = (lab: string) =>
  loops(sketchDesign(lab)).map(({ vlan, switches, links }) => ({ vlan, switches, links: [...links].sort() }));

describe('a loop of layer 2', () => {
  it('is none in a tree of switches', () => {
    expect(found('switch a\nswitch b\nswitch c\na -- b\nb -- c\nvm v\nv -- a')).toEqual([]);
  });

  it('is the way round three switches', () => {
    expect(found('switch a\nswitch b\nswitch c\na -- b\nb -- c\nc -- a')).toEqual([
      { vlan: 1, switches: ['c', 'b', 'a'], links: ['link1', 'link2', 'link3'] },
    ]);
  });

  it('is two cables between two switches, and one cable between two ports of a switch', () => {
    expect(found('switch a\nswitch b\na -- b\na -- b')).toEqual([
      { vlan: 1, switches: ['a', 'b'], links: ['link1', 'link2'] },
    ]);
    expect(found('switch a\nport a.p1\nport a.p2\na.p1 -- a.p2')).toEqual([
      { vlan: 1, switches: ['a'], links: ['link1'] },
    ]);
  });

  it('is only of the VLANs that go all the way round', () => {
    const lab =
      'switch a\nswitch b\nvm v\nv -- a vlan=20\nport a.t1 mode=trunk allowedVlans=10\nport b.t1 mode=trunk allowedVlans=10\na.t1 -- b.t1\n' +
      'port a.t2 mode=trunk allowedVlans=20\nport b.t2 mode=trunk allowedVlans=20\na.t2 -- b.t2\nvm w\nw -- b vlan=10';
    expect(found(lab)).toEqual([]);
    expect(found(lab.replaceAll('allowedVlans=20', 'allowedVlans=10,20'))).toEqual([
      { vlan: 10, switches: ['a', 'b'], links: ['link2', 'link3'] },
    ]);
  });

  it('is not made by the cables of a bond, nor by machines with two cards', () => {
    const bonded =
      'switch a\nswitch b\nport a.p1\nport a.p2\nport b.p1\nport b.p2\na.p1 -- b.p1\na.p2 -- b.p2\n' +
      'bond a po1 members=a.p1,a.p2 mode=lacp\nbond b po1 members=b.p1,b.p2 mode=lacp';
    expect(found(bonded)).toEqual([]);
    expect(found('switch a\nswitch b\na -- b\nvm v\nport v.eth1\nv.eth0 -- a\nv.eth1 -- b')).toEqual([]);
  });
});

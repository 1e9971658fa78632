import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import type { Topology } from '../../../shared/model/topology.ts';
import { wires } from '../../../shared/network/segments.ts';

/** The wires of a sketch, each as its id and the interfaces that hear each other. */
function heard(
  lab: string | Topology,
  unplugged: 'cut' | 'joined' = 'cut',
): Record<string, readonly string[]> {
  const topology = typeof lab === 'string' ? sketchDesign(lab) : lab;
  return Object.fromEntries(wires(topology, { unplugged }).map(({ id, interfaces }) => [id, interfaces]));
}

describe('a switch port in access mode', () => {
  it('hears the ports of its VLAN and no other; without a VLAN it is in VLAN 1', () => {
    expect(
      heard(
        'switch s\nvm a\nvm b\nvm c\nvm d\nvm e\na -- s vlan=10\nb -- s vlan=20\nc -- s vlan=10\nd -- s\ne -- s vlan=1',
      ),
    ).toEqual({
      's-v1': ['d.eth0', 'e.eth0'],
      's-v10': ['a.eth0', 'c.eth0'],
      's-v20': ['b.eth0'],
    });
  });

  it('drops tagged frames, its own VLAN too: a sub-interface on it hears nobody', () => {
    expect(
      heard('switch s\nrouter r\nport r.v10 parent=r.eth0 tag=10\nvm a\nr -- s vlan=10\na -- s vlan=10'),
    ).toEqual({
      's-v10': ['a.eth0', 'r.eth0'],
      'r.v10': ['r.v10'],
    });
  });

  it('in a VLAN that does not exist hears nobody', () => {
    expect(heard('switch s\nvm a\nvm b\na -- s vlan=5000\nb -- s vlan=5000')).toEqual({
      'a.eth0': ['a.eth0'],
      'b.eth0': ['b.eth0'],
    });
  });

  it('cabled to another access VLAN joins the two: the frame on the cable has no tag', () => {
    const lab =
      'switch s\nswitch t\nvm a\nvm b\na -- s vlan=10\nb -- t vlan=20\nport s.x vlan=10\nport t.x vlan=20\ns.x -- t.x';
    expect(heard(lab)).toEqual({ 's-v10': ['a.eth0', 'b.eth0'] });
  });
});

describe('a switch that knows no VLANs', () => {
  it('passes untagged frames whatever VLAN its ports are said to have', () => {
    expect(heard('switch s vlanAware=false\nvm a\nvm b\na -- s vlan=10\nb -- s vlan=20')).toEqual({
      's-untagged': ['a.eth0', 'b.eth0'],
    });
  });

  it('passes every tag as it is: one wire for each', () => {
    const lab = `
      switch s vlanAware=false
      vm a
      vm b
      port a.v10 parent=a.eth0 tag=10
      port a.v20 parent=a.eth0 tag=20
      port b.v10 parent=b.eth0 tag=10
      a -- s
      b -- s`;
    expect(heard(lab)).toEqual({
      's-untagged': ['a.eth0', 'b.eth0'],
      's-v10': ['a.v10', 'b.v10'],
      's-v20': ['a.v20'],
    });
  });

  it('between two trunks carries their tags', () => {
    const lab = `
      switch s
      switch hub vlanAware=false
      switch t
      vm a
      vm b
      vm c
      a -- s vlan=10
      b -- t vlan=10
      c -- t vlan=20
      port s.up mode=trunk nativeVlan=20
      port t.up mode=trunk nativeVlan=20
      s.up -- hub
      hub -- t.up`;
    expect(heard(lab)).toEqual({ 'hub-v10': ['a.eth0', 'b.eth0'], 'hub-untagged': ['c.eth0'] });
  });

  it('between two access ports joins their VLANs', () => {
    const lab =
      'switch s\nswitch hub vlanAware=false\nvm a\nvm b\na -- s vlan=10\nb -- s vlan=20\nport s.x vlan=10\nport s.y vlan=20\ns.x -- hub\nhub -- s.y';
    expect(heard(lab)).toEqual({ 'hub-untagged': ['a.eth0', 'b.eth0'] });
  });
});

/** Two switches with hosts in VLAN 10 and 20 each, and a cable between ports with these settings. */
function pair(left: string, right: string): string {
  return `
    switch s1
    switch s2
    vm a10
    vm a20
    vm b10
    vm b20
    a10 -- s1 vlan=10
    a20 -- s1 vlan=20
    b10 -- s2 vlan=10
    b20 -- s2 vlan=20
    port s1.up ${left}
    port s2.up ${right}
    s1.up -- s2.up`;
}

/** Hosts that can talk, by the wires they are on. */
function talking(lab: string): string[] {
  return Object.values(heard(lab))
    .map((hosts) => hosts.map((host) => host.replace('.eth0', '')).join(' '))
    .toSorted();
}

describe('a trunk', () => {
  it.each([
    ['carries every VLAN where none are listed', 'mode=trunk', 'mode=trunk', ['a10 b10', 'a20 b20']],
    [
      'carries only what both ends allow',
      'mode=trunk allowedVlans=10,20',
      'mode=trunk allowedVlans=5-15',
      ['a10 b10', 'a20', 'b20'],
    ],
    [
      'carries nothing where the list is empty of meaning',
      'mode=trunk allowedVlans=x',
      'mode=trunk',
      ['a10', 'a20', 'b10', 'b20'],
    ],
    [
      'carries its native VLAN untagged',
      'mode=trunk nativeVlan=10',
      'mode=trunk nativeVlan=10',
      ['a10 b10', 'a20 b20'],
    ],
    [
      'carries its native VLAN though the list omits it',
      'mode=trunk nativeVlan=10 allowedVlans=20',
      'mode=trunk nativeVlan=10 allowedVlans=20',
      ['a10 b10', 'a20 b20'],
    ],
    [
      'to an access port carries the native VLAN alone',
      'mode=trunk nativeVlan=10',
      'vlan=10',
      ['a10 b10', 'a20', 'b20'],
    ],
    [
      'without a native VLAN to an access port carries nothing',
      'mode=trunk',
      'vlan=10',
      ['a10', 'a20', 'b10', 'b20'],
    ],
    [
      'to an access port of another VLAN joins that and its native VLAN',
      'mode=trunk nativeVlan=20',
      'vlan=10',
      ['a10', 'a20 b10', 'b20'],
    ],
  ])('%s', (_what, left, right, expected) => {
    expect(talking(pair(left, right))).toEqual(expected);
  });

  it('to a router carries each tag to the sub-interface that has it, the native VLAN to the port itself', () => {
    const lab = `
      switch s
      router r
      port r.v10 parent=r.eth0 tag=10
      port r.v30 parent=r.eth0 tag=30
      vm a
      vm b
      vm c
      r -- s mode=trunk nativeVlan=99 allowedVlans=10,20
      a -- s vlan=10
      b -- s vlan=99
      c -- s vlan=20`;
    expect(heard(lab)).toEqual({
      's-v10': ['a.eth0', 'r.v10'],
      's-v99': ['b.eth0', 'r.eth0'],
      's-v20': ['c.eth0'],
      'r.v30': ['r.v30'],
    });
  });
});

describe('trunks whose native VLANs differ leak one way, and only what passes both ways is a wire', () => {
  it.each([
    [
      'native 10 with 20, against native 20 with 10: a10 and b20 talk',
      'mode=trunk nativeVlan=10 allowedVlans=10,20',
      'mode=trunk nativeVlan=20 allowedVlans=10,20',
      ['a10 b20', 'a20', 'b10'],
    ],
    [
      'native 10 against tagged 10: b10 is heard by a10, never the other way',
      'mode=trunk nativeVlan=10',
      'mode=trunk allowedVlans=10',
      ['a10', 'a20', 'b10', 'b20'],
    ],
    [
      'native 10 with nothing else, against native 20 with nothing else: a10 and b20 talk',
      'mode=trunk nativeVlan=10 allowedVlans=10',
      'mode=trunk nativeVlan=20 allowedVlans=20',
      ['a10 b20', 'a20', 'b10'],
    ],
    [
      'native 99 on one end alone: VLANs 10 and 20 pass as they should',
      'mode=trunk nativeVlan=99',
      'mode=trunk',
      ['a10 b10', 'a20 b20'],
    ],
  ])('%s', (_what, left, right, expected) => {
    expect(talking(pair(left, right))).toEqual(expected);
  });
});

describe('a cable', () => {
  it('without a switch is a wire of two', () => {
    expect(heard('vm a\nvm b\na -- b')).toEqual({ 'a.eth0': ['a.eth0', 'b.eth0'] });
  });

  it('that is not there leaves an interface alone', () => {
    expect(heard('vm a\nvm b')).toEqual({ 'a.eth0': ['a.eth0'], 'b.eth0': ['b.eth0'] });
  });

  it('that is unplugged at either end joins nothing, unless it is asked what it would join', () => {
    const lab =
      'switch s\nvm a connected=false\nvm b\nvm c\na -- s\nb -- s\nport s.off connected=false\nc -- s.off';
    expect([heard(lab), heard(lab, 'joined')]).toEqual([
      { 'a.eth0': ['a.eth0'], 'c.eth0': ['c.eth0'], 's-v1': ['b.eth0'] },
      { 's-v1': ['a.eth0', 'b.eth0', 'c.eth0'] },
    ]);
  });

  it('that is unplugged takes the sub-interfaces with it', () => {
    const lab =
      'switch s\nrouter r connected=false\nport r.v10 parent=r.eth0 tag=10\nvm a\nr -- s mode=trunk\na -- s vlan=10';
    expect(heard(lab)).toEqual({ 'r.eth0': ['r.eth0'], 'r.v10': ['r.v10'], 's-v10': ['a.eth0'] });
  });

  it('from an interface to itself, or to its own sub-interface, changes nothing', () => {
    const design = sketchDesign('switch s\nrouter r\nport r.v10 parent=r.eth0 tag=10\nvm a\na -- s');
    const links = {
      ...design.links,
      self: { a: 'r.eth0', b: 'r.eth0' },
      own: { a: 'r.eth0', b: 'r.v10' },
      port: { a: 's.p1', b: 's.p1' },
    };
    expect(heard({ ...design, links })).toEqual({
      'r.eth0': ['r.eth0'],
      'r.v10': ['r.v10'],
      's-v1': ['a.eth0'],
    });
  });

  it('between two ports of one switch joins their VLANs', () => {
    expect(
      heard(
        'switch s\nvm a\nvm b\na -- s vlan=10\nb -- s vlan=20\nport s.x vlan=10\nport s.y vlan=20\ns.x -- s.y',
      ),
    ).toEqual({
      's-v10': ['a.eth0', 'b.eth0'],
    });
  });

  it('to an interface that is not in the lab changes nothing', () => {
    const design = sketchDesign('vm a\nvm b\na -- b');
    const links = {
      ...design.links,
      lost: { a: 'a.eth0', b: 'gone' },
      odd: { a: 'constructor', b: 'b.eth0' },
    };
    expect(heard({ ...design, links })).toEqual({ 'a.eth0': ['a.eth0', 'b.eth0'] });
  });
});

it('an interface of a device that is not there, or of an unknown kind, takes no part', () => {
  const design = sketchDesign('vm a\nvm b\na -- b');
  const interfaces = {
    ...design.interfaces,
    ghost: { device: 'ghost', name: 'eth0' },
    'c.eth0': { device: 'c', name: 'eth0' },
    'd.eth0': { device: 'a', name: 'eth1' },
  };
  const devices = { ...design.devices, c: { kind: 'coffee-machine', name: 'c' } };
  const links = { ...design.links, l8: { a: 'ghost', b: 'd.eth0' }, l9: { a: 'c.eth0', b: 'd.eth0' } };
  expect(heard({ ...design, devices, interfaces, links })).toEqual({
    'a.eth0': ['a.eth0', 'b.eth0'],
    'd.eth0': ['d.eth0'],
  });
});

it('a routed port of a switch is an end of frames, not a port that carries them', () => {
  expect(heard('switch s\nvm a\nvm b\na -- s\nport s.r mode=routed\nb -- s.r')).toEqual({
    'b.eth0': ['b.eth0', 's.r'],
    's-v1': ['a.eth0'],
  });
});

it('every interface is on exactly one wire, whatever is cabled to what', () => {
  const mode = fc.constantFrom(
    '',
    'vlan=10',
    'vlan=20',
    'mode=trunk',
    'mode=trunk nativeVlan=10',
    'mode=trunk nativeVlan=20 allowedVlans=10',
    'mode=routed',
    'connected=false',
  );
  const port = fc.tuple(fc.constantFrom('s', 't', 'u'), mode);
  const labs = fc.array(fc.tuple(port, port), { maxLength: 8 });
  fc.assert(
    fc.property(labs, fc.boolean(), (cables, aware) => {
      const lines = cables.flatMap(([[a, modeA], [b, modeB]], index) => [
        `port ${a}.a${index} ${modeA}`,
        `port ${b}.b${index} ${modeB}`,
        `${a}.a${index} -- ${b}.b${index}`,
      ]);
      const topology = sketchDesign(
        [
          'switch s',
          'switch t',
          `switch u vlanAware=${aware}`,
          'vm x',
          'vm y',
          'x -- s vlan=10',
          'y -- t vlan=20',
          ...lines,
        ].join('\n'),
      );
      const all = wires(topology, { unplugged: 'cut' });
      const on = all.flatMap(({ interfaces }) => interfaces).toSorted();
      const ends = Object.entries(topology.interfaces)
        .filter(([, row]) => topology.devices[row.device]?.kind !== 'switch' || row.mode === 'routed')
        .map(([id]) => id)
        .toSorted();
      expect(on).toEqual(ends);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }),
  );
});

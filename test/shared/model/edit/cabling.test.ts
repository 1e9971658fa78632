import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../../shared/file/sketch.ts';
import type { Interface } from '../../../../shared/model/topology.ts';
import { type CableEnd, connect } from '../../../../shared/model/edit/connect.ts';
import { createAnalyser } from '../../../../shared/pipeline.ts';
import { after, none } from './lab.ts';

/** What a cable is put into, what was set for it, and what the rules say of the lab then. */
function cable(sketch: string, from: CableEnd, to: CableEnd) {
  const lab = sketchDesign(sketch);
  const now = after(lab, connect, { from, to, taken: none });
  const [link] = Object.entries(now.links).filter(([id]) => !Object.hasOwn(lab.links, id));
  const changed = Object.entries(now.interfaces).flatMap(([id, row]) => {
    const before: Interface = lab.interfaces[id] ?? { device: row.device, name: row.name };
    const set = Object.entries(row).filter(([name, value]) => before[name as keyof Interface] !== value);
    return set.map(([name, value]) => `${id} ${name}=${String(value)}`);
  });
  const said = createAnalyser()(now).diagnostics.map(({ code }) => code);
  return {
    ends: [link?.[1].a, link?.[1].b],
    changed,
    said: said.filter((code) => !code.startsWith('target/')),
  };
}

const device = (id: string): CableEnd => ({ device: id });
const port = (id: string): CableEnd => ({ interface: id });

describe('a machine cabled to a switch', () => {
  const subnets =
    'subnet 10.0.10.0/24 vlan=10\nsubnet 10.0.20.0/24 vlan=20 switch=other\nswitch s\nswitch other\n';

  it('gets a port of the VLAN that its address belongs to', () => {
    const lab = `${subnets}vm a 10.0.10.5/24\nport s.p1\nport s.p2 vlan=20\nport s.p3 vlan=10`;
    expect(cable(lab, device('a'), device('s'))).toEqual({ ends: ['a.eth0', 's.p3'], changed: [], said: [] });
    expect(cable(lab, device('s'), device('a'))).toEqual({ ends: ['s.p3', 'a.eth0'], changed: [], said: [] });
  });

  it('else one that nobody has set, which is put into that VLAN', () => {
    const lab = `${subnets}vm a 10.0.10.5/24\nport s.p1 mode=trunk\nport s.p2 vlan=20\nport s.p3`;
    expect(cable(lab, device('a'), device('s'))).toEqual({
      ends: ['a.eth0', 's.p3'],
      changed: ['s.p3 vlan=10'],
      said: [],
    });
    expect(cable(`${subnets}vm a 10.0.10.5/24\nport s.p1 vlan=20`, device('a'), device('s'))).toEqual({
      ends: ['a.eth0', 's.p2'],
      changed: ['s.p2 vlan=10'],
      said: [],
    });
  });

  it('is left alone where its subnet is one of another switch', () => {
    const lab = `${subnets}vm a 10.0.20.5/24\nport s.p1`;
    expect(cable(lab, device('a'), device('s')).changed).toEqual([]);
  });

  it('joins the one VLAN that all machines on the switch are in', () => {
    const lab = 'switch s\nvm a\nvm b\nvm c\na -- s vlan=10\nb -- s vlan=10\nport s.p3\nport s.p4 mode=trunk';
    expect(cable(lab, device('c'), device('s'))).toEqual({
      ends: ['c.eth0', 's.p3'],
      changed: ['s.p3 vlan=10'],
      said: [],
    });
  });

  it.each([
    ['no machine is on the switch', 'switch s\nvm c\nport s.p1\nport s.p2 vlan=10'],
    ['all are in VLAN 1', 'switch s\nvm a\nvm c\na -- s\nport s.p2'],
    ['they are in several', 'switch s\nvm a\nvm b\nvm c\na -- s vlan=10\nb -- s vlan=20\nport s.p3'],
    ['the switch has no VLANs', 'switch s vlanAware=false\nvm a\nvm c\na -- s vlan=10\nport s.p2'],
  ])('is left alone where %s', (_why, lab) => {
    expect(cable(lab, device('c'), device('s'))).toMatchObject({ changed: [], said: [] });
  });

  it('gets a port that nobody has set before one that is set for a VLAN', () => {
    const lab = 'switch s\nvm a\nport s.p1 vlan=30';
    expect([
      cable(`${lab}\nport s.p2`, device('a'), device('s')).ends,
      cable(lab, device('a'), device('s')).ends,
    ]).toEqual([
      ['a.eth0', 's.p2'],
      ['a.eth0', 's.p1'],
    ]);
  });

  it('is not given a trunk that somebody has set', () => {
    expect(cable('switch s\nvm a\nport s.p1 mode=trunk', device('a'), device('s')).ends).toEqual([
      'a.eth0',
      's.p2',
    ]);
  });

  it('sets the port that is named where nobody has, and never one that somebody has', () => {
    const lab = `${subnets}vm a 10.0.10.5/24\nport s.p1\nport s.p2 vlan=20\nport s.p3 vlan=10`;
    expect(cable(lab, device('a'), port('s.p1')).changed).toEqual(['s.p1 vlan=10']);
    expect(cable(lab, device('a'), port('s.p2'))).toMatchObject({ ends: ['a.eth0', 's.p2'], changed: [] });
  });
});

describe('a router with VLANs of its own', () => {
  const router =
    'router r\nport r.v10 10.0.10.1/24 parent=r.eth0 tag=10\nport r.v20 10.0.20.1/24 parent=r.eth0 tag=20\n';

  it('gets a trunk that lets them pass', () => {
    const lab = `${router}switch s\nport s.p1\nport s.p2 mode=trunk allowedVlans=10\nport s.p3 mode=trunk allowedVlans=10,20`;
    expect(cable(lab, device('r'), device('s'))).toEqual({ ends: ['r.eth0', 's.p3'], changed: [], said: [] });
  });

  it('else a port that nobody has set, made a trunk', () => {
    const lab = `${router}switch s\nvm a 10.0.10.5/24\na -- s vlan=10\nport s.p2 vlan=20\nport s.p3\nsubnet 10.0.10.0/24 gateway=10.0.10.1`;
    expect(cable(lab, device('r'), device('s'))).toEqual({
      ends: ['r.eth0', 's.p3'],
      changed: ['s.p3 mode=trunk'],
      said: [],
    });
    expect(cable(`${router}switch s`, device('s'), device('r'))).toEqual({
      ends: ['s.p1', 'r.eth0'],
      changed: ['s.p1 mode=trunk'],
      said: [],
    });
  });
});

describe('a cable between switches', () => {
  const both = (lab: string) => cable(`switch s\nswitch t\nvm a\nvm b\n${lab}`, device('s'), device('t'));

  it.each([
    ['one has a machine in VLAN 10', 'a -- s vlan=10', ['s.p2', 't.p1']],
    ['their machines are in several VLANs', 'a -- s\nb -- t vlan=20', ['s.p2', 't.p2']],
    ['one has a trunk', 'router r\nr -- t mode=trunk', ['s.p1', 't.p2']],
  ])('is a trunk where %s', (_why, lab, ends) => {
    expect(both(lab)).toEqual({ ends, changed: ends.map((id) => `${id} mode=trunk`), said: [] });
  });

  it.each([
    ['all machines are in VLAN 1', 'a -- s\nb -- t vlan=1'],
    ['there is no machine', ''],
    ['one has no VLANs', 'a -- s vlan=10\nswitch t vlanAware=false\nb -- s vlan=20'],
  ])('stays as it is where %s', (_why, lab) => {
    expect(both(lab)).toMatchObject({ changed: [], said: [] });
  });

  it('leaves what somebody has set and makes the other end agree', () => {
    const machines = 'vm a\nvm b\na -- s vlan=10\nb -- t vlan=10\n';
    const named = (settings: string, more = '') =>
      cable(`switch s\nswitch t\n${more}port s.p8 ${settings}\nport t.p8`, port('s.p8'), device('t'));
    expect([
      named('mode=trunk nativeVlan=99 allowedVlans=10,99', machines),
      named('vlan=30'),
      cable('switch s\nswitch t\nport s.p1 vlan=10\nport t.p1 vlan=20', port('s.p1'), port('t.p1')),
    ]).toEqual([
      {
        ends: ['s.p8', 't.p8'],
        changed: ['t.p8 mode=trunk', 't.p8 nativeVlan=99', 't.p8 allowedVlans=10,99'],
        said: [],
      },
      { ends: ['s.p8', 't.p8'], changed: ['t.p8 vlan=30'], said: [] },
      { ends: ['s.p1', 't.p1'], changed: [], said: ['link-modes-agree'] },
    ]);
  });
});

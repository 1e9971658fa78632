import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { readDesign } from '../../../../shared/file/read.ts';
import { sketchDesign } from '../../../../shared/file/sketch.ts';
import { writeDesign } from '../../../../shared/file/write.ts';
import type { Design, Position } from '../../../../shared/model/design.ts';
import { clipOf } from '../../../../shared/model/edit/clip.ts';
import { connect } from '../../../../shared/model/edit/connect.ts';
import { paste } from '../../../../shared/model/edit/paste.ts';
import { remove } from '../../../../shared/model/edit/remove.ts';
import { createAnalyser } from '../../../../shared/pipeline.ts';
import { after, labOf, none } from './lab.ts';

const nothing: ReadonlySet<string> = new Set();

/** Copies these devices and notes, by way of the clipboard's text. */
function copy(lab: Design, devices: readonly string[], notes: readonly string[] = []): Design {
  const clip = clipOf(lab, { devices: new Set(devices), notes: new Set(notes) });
  const read = clip && readDesign(writeDesign(clip)).design;
  if (!read) throw new Error('nothing was copied');
  return read;
}

function duplicate(lab: Design, ...devices: string[]): Design {
  return after(lab, paste, { clip: copy(lab, devices), by: { x: 32, y: 32 }, taken: none });
}

/** The rows of a table that another design has not. */
function added<Row>(
  before: Readonly<Record<string, Row>>,
  now: Readonly<Record<string, Row>>,
): Record<string, Row> {
  return Object.fromEntries(Object.entries(now).filter(([id]) => !Object.hasOwn(before, id)));
}

const codes = (lab: Design): string[] =>
  createAnalyser()(lab)
    .diagnostics.map(({ code }) => code)
    .filter((code) => !code.startsWith('target/'));

describe('copying', () => {
  it('gives nothing where nothing is selected', () => {
    expect(clipOf(labOf('vm'), { devices: new Set(['gone']), notes: nothing })).toBeUndefined();
  });

  it('takes cables between what is copied, and only groups that are copied whole', () => {
    const lab: Design = {
      ...sketchDesign('vm a\nvm b\nvm c\na -- b\nport c.x\nport b.x\nc.x -- b.x'),
      groups: { g1: { name: 'ab', devices: ['a', 'b', 'gone'] }, g2: { name: 'bc', devices: ['b', 'c'] } },
    };
    const clip = copy(lab, ['a', 'b']);
    expect([
      Object.keys(clip.devices),
      Object.keys(clip.links),
      Object.keys(clip.groups),
      clip.extra,
    ]).toEqual([['a', 'b'], ['link1'], ['g1'], {}]);
  });
});

describe('the copy of a machine', () => {
  const lab: Design = {
    ...sketchDesign(
      'switch sw\nvm web1 10.0.10.11/24 2001:db8::b/64 mac=08:00:27:00:00:01\nvm web2 10.0.10.12/24\nvm db 10.0.10.20/24\nweb1 -- sw vlan=10\nweb2 -- sw vlan=10\nport sw.p3\nport sw.p4 vlan=10\nsubnet 10.0.10.0/24 gateway=10.0.10.13 vlan=10',
    ),
    positions: { web1: { x: 10, y: 20 }, db: { x: 500, y: 0 } },
  };
  const copied = duplicate(lab, 'web1', 'db');

  it('has a name, an id, addresses and a MAC of its own, and stands beside the original', () => {
    expect({
      devices: added(lab.devices, copied.devices),
      interfaces: added(lab.interfaces, copied.interfaces),
      positions: added(lab.positions, copied.positions),
    }).toEqual({
      devices: { web3: { kind: 'vm', name: 'web3' }, 'db-2': { kind: 'vm', name: 'db-2' } },
      interfaces: {
        'web3.eth0': {
          device: 'web3',
          name: 'eth0',
          addresses: ['10.0.10.14/24', '2001:db8::c/64'],
          mac: expect.stringMatching(/^08:00:27:/),
        },
        'db-2.eth0': { device: 'db-2', name: 'eth0', addresses: ['10.0.10.21/24'] },
      },
      positions: { web3: { x: 42, y: 52 }, 'db-2': { x: 532, y: 32 } },
    });
    expect(copied.interfaces['web3.eth0']?.mac).not.toBe('08:00:27:00:00:01');
  });

  it('is cabled to the switch of the original, on a free port that is set alike', () => {
    const second = duplicate(lab, 'web1');
    expect(added(lab.links, second.links)).toEqual({ link3: { a: 'web3.eth0', b: 'sw.p4' } });
    const third = duplicate(second, 'web1');
    expect([third.links['link4'], third.interfaces['sw.p3']]).toEqual([
      { a: 'web4.eth0', b: 'sw.p3' },
      { device: 'sw', name: 'p3', vlan: 10 },
    ]);
    const fourth = duplicate(third, 'web1');
    expect([fourth.links['link5'], fourth.interfaces['sw.p5']]).toEqual([
      { a: 'web5.eth0', b: 'sw.p5' },
      { device: 'sw', name: 'p5', vlan: 10 },
    ]);
    expect(codes(fourth)).toEqual(codes(lab));
  });

  it('goes to another lab without its cable, with all that is free there', () => {
    const other = { ...labOf('vm'), vlans: {} };
    const there = after(other, paste, { clip: copy(lab, ['web1']), taken: none });
    expect([
      Object.keys(there.links),
      there.devices['web1']?.name,
      there.interfaces['web1.eth0']?.addresses,
    ]).toEqual([[], 'web1', ['10.0.10.11/24', '2001:db8::b/64']]);
  });

  it('comes back to its own port, with its name and address, where it was cut', () => {
    const clip = copy(lab, ['web1']);
    const cut = after(lab, remove, { rows: [{ table: 'devices', row: 'web1' }] });
    const back = after(cut, paste, {
      clip,
      by: { x: 0, y: 0 },
      taken: new Set(['web1', 'web1.eth0', 'link1']),
    });
    expect([added(cut.devices, back.devices), added(cut.links, back.links)]).toEqual([
      { 'web1-2': { kind: 'vm', name: 'web1' } },
      { link3: { a: 'web1-2.eth0', b: 'sw.p1' } },
    ]);
    expect(back.interfaces['web1-2.eth0']?.addresses).toEqual(['10.0.10.11/24', '2001:db8::b/64']);
  });

  it('is the same machine again where it was cut and comes back: the lab is as it was, byte for byte', () => {
    const renamed: Design = {
      ...lab,
      devices: { ...lab.devices, web1: { kind: 'vm', name: 'shop' } },
      groups: { g7: { name: 'front', devices: ['web1'] } },
      notes: { note4: { text: 'shop', x: 0, y: 0, width: 80, height: 40 } },
      services: { 's-x': { device: 'web1', name: 'https', protocol: 'tcp', port: 443 } },
    };
    const clip = copy(renamed, ['web1'], ['note4']);
    const cut = after(renamed, remove, {
      rows: [
        { table: 'devices', row: 'web1' },
        { table: 'notes', row: 'note4' },
      ],
    });
    const back = new Set(['web1', 'web1.eth0', 'link1', 'g7', 'note4', 's-x']);
    const input = { clip, by: { x: 0, y: 0 }, taken: back, back };
    const again = after(cut, paste, input);
    expect(writeDesign(again)).toBe(writeDesign(renamed));
    // Whoever has an id keeps it: pasted once more, it is another machine.
    const twice = after(again, paste, input);
    expect([added(again.devices, twice.devices), added(again.links, twice.links)]).toEqual([
      { 'shop-2': { kind: 'vm', name: 'shop-2' } },
      { link3: { a: 'shop-2.eth0', b: 'sw.p4' } },
    ]);
  });

  it('leaves out an address where its prefix is full', () => {
    const full = sketchDesign('vm a 10.0.0.1/30 10.9.0.1/24\nvm b 10.0.0.2/30\na -- b');
    expect(duplicate(full, 'a').interfaces['a-2.eth0']?.addresses).toEqual(['10.9.0.2/24']);
  });

  it('takes no address that another pasted machine keeps', () => {
    const other = sketchDesign('vm x 10.0.0.5/24');
    const clip = copy(sketchDesign('vm a 10.0.0.5/24\nvm b 10.0.0.6/24'), ['a', 'b']);
    const both = after(other, paste, { clip, taken: none });
    expect([both.interfaces['a.eth0']?.addresses, both.interfaces['b.eth0']?.addresses]).toEqual([
      ['10.0.0.7/24'],
      ['10.0.0.6/24'],
    ]);
  });

  it('counts on from a number of any width', () => {
    const names = (...of: string[]) => {
      const sketch = sketchDesign(of.map((_name, index) => `vm v${index}`).join('\n'));
      const devices = Object.fromEntries(of.map((name, index) => [`v${index}`, { kind: 'vm', name }]));
      const all = duplicate({ ...sketch, devices }, 'v0').devices;
      return Object.values(all).at(-1)?.name;
    };
    expect([
      names('web09'),
      names('WEB1', 'web2'),
      names('12'),
      names('a'.repeat(63)),
      names('x9999999999'),
    ]).toEqual(['web10', 'WEB3', '12-2', `${'a'.repeat(61)}-2`, 'x10000000000']);
  });
});

describe('the copy of a NAT network', () => {
  const cabled = after(labOf('nat-network', 'vm'), connect, {
    from: { device: 'vm1' },
    to: { device: 'sw1' },
    taken: none,
  });
  const vm = cabled.interfaces['vm1.eth0'];
  const lab: Design = {
    ...cabled,
    interfaces: { ...cabled.interfaces, ...(vm && { 'vm1.eth0': { ...vm, addresses: ['10.0.10.11/24'] } }) },
    nat: {
      ...cabled.nat,
      'nat1.forward1': {
        device: 'nat1',
        kind: 'port-forward',
        protocol: 'tcp',
        listenPort: 8080,
        insideAddress: '10.0.10.11',
        insidePort: 80,
      },
      'nat1.forward2': {
        device: 'nat1',
        kind: 'port-forward',
        protocol: 'tcp',
        listenPort: '9000-9002',
        insideAddress: '10.0.10.11',
        insidePort: '9000-9002',
      },
    },
  };

  it('is a second network whose subnet, addresses and host ports do not collide', () => {
    const two = duplicate(lab, 'nat1', 'sw1', 'vm1');
    expect(added(lab.subnets, two.subnets)).toEqual({
      subnet2: { prefix: '10.0.11.0/24', switch: 'sw2', gateway: '10.0.11.1' },
    });
    expect([two.interfaces['nat2.inside1']?.addresses, two.interfaces['vm2.eth0']?.addresses]).toEqual([
      ['10.0.11.1/24'],
      ['10.0.11.11/24'],
    ]);
    expect(added(lab.nat, two.nat)).toEqual({
      'nat2.masquerade': { device: 'nat2', kind: 'masquerade' },
      'nat2.forward1': {
        ...lab.nat['nat1.forward1'],
        device: 'nat2',
        insideAddress: '10.0.11.11',
        listenPort: 8081,
      },
      'nat2.forward2': {
        ...lab.nat['nat1.forward2'],
        device: 'nat2',
        insideAddress: '10.0.11.11',
        listenPort: '9003-9005',
      },
    });
    expect(codes(two)).toEqual([]);
  });

  it('keeps its subnet where that is free', () => {
    const clip = copy(lab, ['nat1', 'sw1', 'vm1']);
    const there = after(sketchDesign('vm a'), paste, { clip, taken: none });
    expect([there.subnets, there.nat]).toEqual([lab.subnets, lab.nat]);
  });

  it('is the same network again after it was cut', () => {
    const clip = copy(lab, ['nat1', 'sw1', 'vm1']);
    const rows = ['nat1', 'sw1', 'vm1'].map((row) => ({ table: 'devices' as const, row }));
    const back = after(after(lab, remove, { rows }), paste, { clip, taken: none });
    expect({ ...back, positions: {} }).toEqual({ ...lab, positions: {} });
  });

  it('tells two networks with one prefix apart', () => {
    const twins = sketchDesign(
      'switch s\nswitch t\nrouter n 10.0.0.1/24 engine=nat\nrouter m 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nvm b 10.0.0.5/24\nn -- s\na -- s\nm -- t\nb -- t\nsubnet 10.0.0.0/24 switch=s gateway=10.0.0.1\nsubnet 10.0.0.0/24 switch=t gateway=10.0.0.1',
    );
    const four = duplicate(twins, ...Object.keys(twins.devices));
    const addresses = Object.entries(added(twins.interfaces, four.interfaces)).flatMap(([id, row]) =>
      row.addresses ? [`${id} ${row.addresses.join()}`] : [],
    );
    expect([
      addresses.sort(),
      Object.values(added(twins.subnets, four.subnets)).map(({ gateway }) => gateway),
    ]).toEqual([
      ['a-2.eth0 10.0.1.5/24', 'b-2.eth0 10.0.2.5/24', 'm-2.eth0 10.0.2.1/24', 'n-2.eth0 10.0.1.1/24'],
      ['10.0.1.1', '10.0.2.1'],
    ]);
  });

  it('copied without its switch has no cable where the original has one, and its own again where that was cut', () => {
    const two = duplicate(lab, 'nat1');
    const said = createAnalyser()(two).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    const clip = copy(lab, ['nat1']);
    const cut = after(lab, remove, { rows: [{ table: 'devices', row: 'nat1' }] });
    const back = after(cut, paste, { clip, taken: none });
    const ownLink = Object.values(lab.links).filter(({ a }) => a.startsWith('nat1'));
    expect([
      added(lab.links, two.links),
      [two.interfaces['nat2.inside1']?.addresses, two.nat['nat2.forward1']?.insideAddress],
      said.filter((one) => one.startsWith('error')),
      Object.values(added(cut.links, back.links)),
    ]).toEqual([{}, [['10.0.11.1/24'], '10.0.11.11'], [], ownLink]);
  });

  it('stays in its private block', () => {
    const edge = sketchDesign('switch s\nvm a 192.168.255.5/24\na -- s\nsubnet 192.168.255.0/24 switch=s');
    expect(duplicate(edge, 'a', 's').interfaces['a-2.eth0']?.addresses).toEqual(['192.168.0.5/24']);
  });

  it('keeps its prefix where its switch is cabled to the rest of the network again', () => {
    const joined = sketchDesign(
      'switch core\nswitch s\nvm a 10.0.0.5/24\na -- s\ns -- core\nsubnet 10.0.0.0/24 switch=s',
    );
    const more = duplicate(joined, 'a', 's');
    expect([more.interfaces['a-2.eth0']?.addresses, added(joined.links, more.links)]).toEqual([
      ['10.0.0.6/24'],
      { link3: { a: 'a-2.eth0', b: 's-2.p1' }, link4: { a: 's-2.p2', b: 'core.p2' } },
    ]);
  });
});

describe('pasting', () => {
  it('puts the middle of what was copied at a place', () => {
    const lab: Design = {
      ...labOf('vm', 'vm'),
      positions: { vm1: { x: 1000, y: 1000 }, vm2: { x: 1432, y: 1348 } },
      notes: { note1: { text: 'n', x: 1000, y: 1000, width: 600, height: 100 } },
    };
    const at: Position = { x: 0, y: 0 };
    const there = after(lab, paste, { clip: copy(lab, ['vm1', 'vm2'], ['note1']), at, taken: none });
    expect([there.positions['vm3'], there.positions['vm4'], there.notes['note2']]).toEqual([
      { x: -300, y: -200 },
      { x: 132, y: 148 },
      { text: 'n', x: -300, y: -200, width: 600, height: 100 },
    ]);
  });

  it('keeps kinds and members that this version does not know, and what stayed in the lab', () => {
    const lab = sketchDesign('host h\nvm a on=h');
    const strange = {
      ...lab,
      devices: { ...lab.devices, a: { kind: 'toaster', name: 'a', on: 'h', slots: [2] } },
    };
    expect(duplicate(strange, 'a').devices['a-2']).toEqual({
      kind: 'toaster',
      name: 'a-2',
      on: 'h',
      slots: [2],
    });
    const elsewhere = after(labOf('host'), paste, { clip: copy(strange, ['a']), taken: none });
    expect(elsewhere.devices['a']).toEqual({ kind: 'toaster', name: 'a', slots: [2] });
  });

  it.each<Json>([
    'text',
    { cables: 'text' },
    {
      cables: [
        null,
        7,
        [],
        {},
        { own: 'a.eth0' },
        { own: 'a.eth0', peer: 'gone' },
        { own: 'gone', peer: 's.p1' },
      ],
    },
    { cables: [{ own: 'a.eth0', peer: 'b.eth0' }] },
    {
      cables: [
        { own: 'a.eth0', peer: 's.p1', mtu: -1, medium: 7 },
        { own: 'a.eth0', peer: 's.p1' },
      ],
    },
  ])('takes from a clipboard that anybody can write only what has the right form: %j', (clip) => {
    const lab = sketchDesign('switch s\nvm a\nvm b\nport s.p1');
    const result = after(lab, paste, { clip: { ...copy(lab, ['a']), extra: { clip } }, taken: none });
    expect(Object.values(result.links)).toEqual(
      JSON.stringify(clip).includes('"mtu"') ? [{ a: 'a-2.eth0', b: 's.p1' }] : [],
    );
  });
});

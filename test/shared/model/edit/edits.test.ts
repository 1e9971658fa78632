import { describe, expect, it } from 'vitest';
import { addDevice } from '../../../../shared/model/edit/add-device.ts';
import { addInterface } from '../../../../shared/model/edit/add-interface.ts';
import { connect } from '../../../../shared/model/edit/connect.ts';
import { disconnect } from '../../../../shared/model/edit/disconnect.ts';
import { forwardPort } from '../../../../shared/model/edit/forward-port.ts';
import { move } from '../../../../shared/model/edit/move.ts';
import { remove } from '../../../../shared/model/edit/remove.ts';
import { rename } from '../../../../shared/model/edit/rename.ts';
import { setAddresses } from '../../../../shared/model/edit/set-addresses.ts';
import { setField } from '../../../../shared/model/edit/set-field.ts';
import { after, labOf, none, refusal } from './lab.ts';

const origin = { x: 0, y: 0 };

describe('adding a device', () => {
  it('gives a machine one card, a processor and a gibibyte', () => {
    const lab = labOf('vm');
    expect(lab.devices).toEqual({ vm1: { kind: 'vm', name: 'vm1', cpus: 1, memoryMiB: 1024 } });
    expect(lab.interfaces).toEqual({ 'vm1.eth0': { device: 'vm1', name: 'eth0' } });
  });

  it('gives no id twice in a session, not even after a delete', () => {
    const lab = after(labOf('vm', 'vm'), remove, { rows: [{ table: 'devices', row: 'vm2' }] });
    const taken = new Set(['vm1', 'vm2', 'vm1.eth0', 'vm2.eth0']);
    expect(Object.keys(after(lab, addDevice, { entry: 'vm', at: origin, taken }).devices)).toEqual([
      'vm1',
      'vm3',
    ]);
  });

  it('avoids a name that another device was given', () => {
    const lab = after(labOf('vm'), rename, { table: 'devices', row: 'vm1', name: 'VM2' });
    expect(
      Object.keys(after(lab, addDevice, { entry: 'vm', at: origin, taken: new Set(['vm1']) }).devices),
    ).toEqual(['vm1', 'vm3']);
  });

  it('makes a NAT network of a service and a switch, cabled, with a subnet no other has', () => {
    const lab = labOf('nat-network', 'nat-network');
    expect(lab.devices['nat1']).toEqual({ kind: 'router', name: 'nat1', engine: 'nat' });
    expect(lab.links['link1']).toEqual({ a: 'nat1.inside1', b: 'sw1.p1' });
    expect(lab.interfaces['nat2.inside1']?.addresses).toEqual(['10.0.11.1/24']);
    expect(Object.values(lab.subnets)).toEqual([
      { prefix: '10.0.10.0/24', switch: 'sw1', gateway: '10.0.10.1' },
      { prefix: '10.0.11.0/24', switch: 'sw2', gateway: '10.0.11.1' },
    ]);
  });
});

describe('connecting', () => {
  it('takes the first free port of a switch and makes one when all have a cable', () => {
    let lab = labOf('switch', 'vm', 'vm', 'vm', 'vm', 'vm');
    for (const vm of ['vm1', 'vm2', 'vm3', 'vm4', 'vm5']) {
      lab = after(lab, connect, { from: { device: vm }, to: { device: 'sw1' }, taken: none });
    }
    expect(Object.values(lab.links).map((link) => link.b)).toEqual([
      'sw1.p1',
      'sw1.p2',
      'sw1.p3',
      'sw1.p4',
      'sw1.p5',
    ]);
  });

  it('gives a machine up to eight cards and says so when there are no more', () => {
    let lab = labOf('vm', 'switch');
    const cable = { from: { device: 'vm1' }, to: { device: 'sw1' }, taken: none };
    for (let count = 0; count < 8; count++) lab = after(lab, connect, cable);
    expect(refusal(lab, connect, cable)).toBe('edit/too-many-cards');
    expect(refusal(lab, addInterface, { device: 'vm1', taken: none })).toBe('edit/too-many-cards');
  });

  it('refuses a device with itself, a second cable and what is gone', () => {
    const lab = after(labOf('vm', 'vm'), connect, {
      from: { device: 'vm1' },
      to: { device: 'vm2' },
      taken: none,
    });
    const to = { interface: 'vm1.eth0' };
    expect(refusal(lab, connect, { from: { device: 'vm2' }, to: { device: 'vm2' }, taken: none })).toBe(
      'edit/same-device',
    );
    expect(refusal(lab, connect, { from: { device: 'vm2' }, to, taken: none })).toBe('edit/has-cable');
    expect(refusal(lab, connect, { from: { device: 'vm9' }, to, taken: none })).toBe('edit/gone');
  });

  it('leads a machine dropped on a NAT network to its switch', () => {
    const lab = after(labOf('nat-network', 'vm'), connect, {
      from: { device: 'vm1' },
      to: { device: 'nat1' },
      taken: none,
    });
    expect(lab.links['link2']).toEqual({ a: 'vm1.eth0', b: 'sw1.p2' });
  });

  it('gives each machine on an isolated NAT an interface of its own', () => {
    let lab = labOf('nat', 'vm', 'vm');
    for (const vm of ['vm1', 'vm2'])
      lab = after(lab, connect, { from: { device: vm }, to: { device: 'nat1' }, taken: none });
    expect(Object.values(lab.links).map((link) => link.b)).toEqual(['nat1.inside1', 'nat1.inside2']);
    lab = after(lab, disconnect, { link: 'link1' });
    expect(Object.keys(lab.links)).toEqual(['link2']);
  });
});

describe('removing', () => {
  it('takes along what cannot stand alone and leaves the rest', () => {
    let lab = after(labOf('nat-network', 'vm'), connect, {
      from: { device: 'vm1' },
      to: { device: 'sw1' },
      taken: none,
    });
    const forward = {
      device: 'nat1',
      protocol: 'tcp',
      listenPort: '8080',
      insidePort: '80',
      taken: none,
    } as const;
    lab = after(lab, forwardPort, { ...forward, insideAddress: '10.0.10.11' });
    lab = after(lab, remove, {
      rows: [
        { table: 'devices', row: 'nat1' },
        { table: 'devices', row: 'sw1' },
      ],
    });
    expect(
      [lab.devices, lab.interfaces, lab.links, lab.nat, lab.positions].map((table) => Object.keys(table)),
    ).toEqual([['vm1'], ['vm1.eth0'], [], [], ['vm1']]);
    expect(Object.values(lab.subnets).map((subnet) => subnet.switch)).toEqual([undefined]);
  });
});

describe('changing', () => {
  const lab = labOf('vm', 'vm', 'nat');

  it('refuses names that are no DNS label, are empty or belong to another', () => {
    const to = (name: string) => refusal(lab, rename, { table: 'devices', row: 'vm1', name });
    expect([to(' web1 '), to('web_1'), to('-web'), to(''), to('VM2'), to('vm1')]).toEqual([
      undefined,
      'edit/not-a-name',
      'edit/not-a-name',
      'edit/empty-name',
      'edit/name-taken',
      undefined,
    ]);
  });

  it('keeps addresses as typed, even wrong ones', () => {
    const typed = after(lab, setAddresses, {
      interface: 'vm1.eth0',
      text: ' 10.0.0.300/24， 2001:db8::1/64 ',
    });
    expect(typed.interfaces['vm1.eth0']?.addresses).toEqual(['10.0.0.300/24', '2001:db8::1/64']);
    expect(
      after(typed, setAddresses, { interface: 'vm1.eth0', text: '' }).interfaces['vm1.eth0']?.addresses,
    ).toBeUndefined();
  });

  it('reads fields by what they are', () => {
    const set = (field: string, text: string) =>
      refusal(lab, setField, { table: 'devices', row: 'vm1', field, text });
    expect([
      set('memoryMiB', '2048'),
      set('memoryMiB', '2 GB'),
      set('cpus', '0'),
      set('kind', 'host'),
    ]).toEqual([undefined, 'edit/not-a-number', 'edit/out-of-range', 'edit/not-a-field']);
    const port = { table: 'interfaces', row: 'vm1.eth0' } as const;
    expect(
      after(lab, setField, { ...port, field: 'mac', text: '0800.2712.3456' }).interfaces['vm1.eth0']?.mac,
    ).toBe('08:00:27:12:34:56');
    expect(refusal(lab, setField, { ...port, field: 'mac', text: 'x' })).toBe('edit/not-a-mac');
    expect(refusal(lab, setField, { ...port, field: 'mode', text: 'hybrid' })).toBe('edit/not-a-choice');
  });

  it('forwards ports and ranges of a router only', () => {
    const forward = { protocol: 'tcp', insidePort: '80', taken: none } as const;
    const made = after(lab, forwardPort, { ...forward, device: 'nat1', listenPort: '9000-9002' });
    expect(Object.values(made.nat)).toMatchObject([
      { kind: 'port-forward', listenPort: '9000-9002', insidePort: 80 },
    ]);
    expect(refusal(lab, forwardPort, { ...forward, device: 'nat1', listenPort: '70000' })).toBe(
      'edit/not-ports',
    );
    expect(refusal(lab, forwardPort, { ...forward, device: 'vm1', listenPort: '80' })).toBe('edit/not-a-nat');
  });

  it('moves only what is there and elsewhere', () => {
    expect(move(lab, { devices: { vm1: { x: 0, y: 0 }, gone: { x: 1, y: 1 } } })).toEqual({
      ok: true,
      value: {},
    });
    expect(after(lab, move, { devices: { vm1: { x: 8.4, y: 3.6 } } }).positions['vm1']).toEqual({
      x: 8,
      y: 4,
    });
  });
});

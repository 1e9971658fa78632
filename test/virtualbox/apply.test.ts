import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labGroup, machineUuid, networkName } from '../../shared/targets/virtualbox/names.ts';
import { labs } from './lab-ids.ts';
import { machine, namedLab, port, richLab } from './labs.ts';
import { openProfile, type Profile } from './profile.ts';

let profile: Profile;
beforeAll(async () => {
  profile = await openProfile();
});
afterAll(() => profile.close());

const lab = richLab();
const id = (device: string): string => machineUuid(lab.lab.id, device);
const wan = networkName(lab.lab.id, 'wan');
const core = networkName(lab.lab.id, 'core-v10');

describe('a lab with every kind of card', () => {
  test('is made, and a second plan is empty', async () => {
    const report = await profile.apply(lab);
    expect(report, JSON.stringify(report, undefined, 1)).toMatchObject({ outcome: 'done' });
    expect((await profile.plan(lab)).steps).toEqual([]);
  });

  test('reads back from VBoxManage field by field', async () => {
    const web = await profile.info(id('web1'));
    expect(Object.fromEntries(web)).toMatchObject({
      name: 'web1',
      groups: labGroup(lab.lab),
      ostype: 'Debian (64-bit)',
      UUID: id('web1'),
      memory: '512',
      cpus: '2',
      nic1: 'intnet',
      intnet1: core,
      nictype1: '82540EM',
      cableconnected1: 'on',
      macaddress1: lab.machines[0]?.ports[0]?.mac,
      nic2: 'natnetwork',
      'nat-network2': wan,
      macaddress2: lab.machines[0]?.ports[1]?.mac,
      nic3: 'none',
      nic8: 'none',
    });
    expect(Object.fromEntries(await profile.info(id('db1')))).toMatchObject({
      memory: '256',
      nic1: 'intnet',
      intnet1: core,
      nictype1: 'virtio',
      cableconnected1: 'off',
      nic2: 'null',
      nictype2: 'Am79C973',
      nic3: 'none',
    });
    expect(Object.fromEntries(await profile.info(id('solo')))).toMatchObject({
      ostype: 'Other/Unknown (64-bit)',
      nic1: 'nat',
      natnet1: '10.30.0.0/24',
      nictype1: '82545EM',
      'Forwarding(0)': 'solo-ssh,tcp,127.0.0.1,22011,10.30.0.15,22',
    });
    const networks = await profile.vbox('natnetwork', 'list', wan);
    expect(networks).toMatch(/Network: +10\.20\.0\.0\/24/);
    expect(networks).toMatch(/Gateway: +10\.20\.0\.1/);
    expect(networks).toMatch(/Enabled: +Yes/);
    expect(networks).toContain('ssh:tcp:[127.0.0.1]:22010:[10.20.0.10]:22');
    expect(networks).toContain('dns:udp:[]:22053:[10.20.0.10]:53');
    const mark = await profile.vbox('getextradata', id('web1'), 'netloom/owner');
    expect(mark.trim()).toBe(`Value: ${lab.lab.id}:${id('web1')}`);
  });

  test('changes step by step, and every change is named in the plan', async () => {
    const [web, db, solo] = lab.machines;
    const [nat1, nat2] = lab.gateways;
    if (!web || !db || !solo || !nat1 || !nat2) throw new Error('the lab is not as expected');
    const changed = richLab({
      machines: [
        { ...web, memoryMiB: 768, name: 'web-one', ports: web.ports.slice(0, 1) },
        { ...db, ports: [...db.ports, port('db1-out', { segment: 'wan' })] },
        { ...solo, ports: [port('solo-out', { segment: 'core-v10' })] },
        machine('new1', [port('new1-out', { segment: 'wan' })]),
      ],
      gateways: [
        { ...nat1, forwards: nat1.forwards.map((rule) => ({ ...rule, insideAddress: '10.20.0.77' })) },
        nat2,
      ],
    });
    const plan = await profile.plan(changed);
    expect(plan.steps.map(({ id: step }) => step).sort()).toEqual(
      [
        `update:network/${wan}`,
        'update:machine/web-one',
        'update:machine/db1',
        'update:machine/solo',
        'create:machine/new1',
      ].sort(),
    );
    const webStep = plan.steps.find(({ subject }) => subject === 'machine/web-one');
    expect(webStep?.fields).toContainEqual({
      field: { id: 'target/virtualbox/field/memory', values: {} },
      before: '512 MiB',
      after: '768 MiB',
    });
    expect(webStep?.fields).toContainEqual({
      field: { id: 'target/virtualbox/field/name', values: {} },
      before: 'web1',
      after: 'web-one',
    });
    expect((await profile.apply(changed)).outcome).toBe('done');
    expect((await profile.plan(changed)).steps).toEqual([]);
    const info = await profile.info(id('web1'));
    expect([info.get('name'), info.get('memory'), info.get('nic2')]).toEqual(['web-one', '768', 'none']);
    expect((await profile.info(id('solo'))).get('nic1')).toBe('intnet');
    expect(await profile.vbox('natnetwork', 'list', wan)).toContain(
      'ssh:tcp:[127.0.0.1]:22010:[10.20.0.77]:22',
    );
  });

  test('comes back to its own NAT without the rules of the time before', async () => {
    expect((await profile.apply(lab)).outcome).toBe('done');
    expect((await profile.plan(lab)).steps).toEqual([]);
  });

  test('follows a change of subnet', async () => {
    const [nat1, nat2] = lab.gateways;
    if (!nat1 || !nat2) throw new Error('the lab is not as expected');
    const forwards = nat1.forwards.map((rule) => ({ ...rule, insideAddress: '10.21.0.10' }));
    const moved = richLab({ gateways: [{ ...nat1, insideAddress: '10.21.0.1/25', forwards }, nat2] });
    // What VirtualBox does when the first machine on it starts.
    await profile.vbox(
      'dhcpserver',
      'add',
      `--network=${wan}`,
      '--server-ip=10.20.0.3',
      '--netmask=255.255.255.0',
      '--lower-ip=10.20.0.4',
      '--upper-ip=10.20.0.254',
      '--enable',
    );
    expect((await profile.apply(moved)).outcome).toBe('done');
    expect((await profile.plan(moved)).steps).toEqual([]);
    expect(await profile.vbox('list', 'dhcpservers')).not.toContain(wan);
    expect(await profile.vbox('natnetwork', 'list', wan)).toContain(
      'ssh:tcp:[127.0.0.1]:22010:[10.21.0.10]:22',
    );
  });

  test('drift made by hand is put right', async () => {
    await profile.vbox(
      'modifyvm',
      id('db1'),
      '--memory',
      '300',
      '--nic-promisc1',
      'allow-all',
      '--nic5',
      'nat',
    );
    await profile.vbox('natnetwork', 'modify', '--netname', wan, '--disable');
    expect((await profile.plan(lab)).steps.map(({ action }) => action)).toEqual(['update', 'update']);
    expect((await profile.apply(lab)).outcome).toBe('done');
    expect((await profile.plan(lab)).steps).toEqual([]);
  });

  test('goes without a trace', async () => {
    const plan = await profile.plan(lab, 'destroy');
    expect(plan.steps.every(({ destroys }) => destroys)).toBe(true);
    expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
    expect((await profile.plan(lab, 'destroy')).steps).toEqual([]);
    expect(await profile.vbox('list', 'vms')).toBe('');
    expect(await profile.vbox('natnetwork', 'list')).not.toContain('nl-');
    expect(existsSync(join(profile.machines, 'netloom'))).toBe(false);
    expect(readdirSync(profile.machines)).toEqual([]);
  });
});

test('labs and machines with hostile names', async () => {
  for (const [index, name] of [
    '../../etc',
    '$(touch /tmp/x) `id`',
    '実験室 "é" \'🚀\'',
    '--memory 1\n/x//y',
  ].entries()) {
    const hostile = namedLab(labs[index] ?? '', name, ['a.b c_d-e', 'x', `n${'a'.repeat(61)}`]);
    expect(await profile.apply(hostile)).toMatchObject({ outcome: 'done' });
    expect((await profile.plan(hostile)).steps).toEqual([]);
    expect((await profile.apply(hostile, 'destroy')).outcome).toBe('done');
  }
  expect(await profile.vbox('list', 'vms')).toBe('');
  expect(readdirSync(profile.machines)).toEqual([]);
});

test('two machines swap their names', async () => {
  const labId = labs[4] ?? '';
  expect((await profile.apply(namedLab(labId, 'swap', ['left', 'right']))).outcome).toBe('done');
  const swapped = namedLab(labId, 'swap', ['right', 'left']);
  const report = await profile.apply(swapped);
  expect(report, JSON.stringify(report)).toMatchObject({ outcome: 'done' });
  expect((await profile.plan(swapped)).steps).toEqual([]);
  expect((await profile.apply(swapped, 'destroy')).outcome).toBe('done');
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { virtualbox } from '../../shared/targets/virtualbox/index.ts';
import { machineUuid, networkName } from '../../shared/targets/virtualbox/names.ts';
import { richLab } from './labs.ts';
import { openProfile, type Profile } from './profile.ts';

let profile: Profile;
beforeAll(async () => {
  profile = await openProfile();
});
afterAll(() => profile.close());

const lab = richLab();
const web = machineUuid(lab.lab.id, 'web1');
const stranger = '0f0e0d0c-1111-4222-8333-444444444444';

const codes = (
  blueprint: typeof lab,
  observed: Awaited<ReturnType<Profile['observe']>>,
  purpose: 'apply' | 'destroy' = 'apply',
) =>
  [...(virtualbox.live?.obstacles(blueprint, observed, purpose) ?? [])].map(({ code }) =>
    code.replace('target/virtualbox/', ''),
  );

test('a machine and a NAT network of others stay as they are, byte for byte', async () => {
  await profile.vbox(
    'createvm',
    '--name',
    'stranger é "1"',
    '--uuid',
    stranger,
    '--groups',
    '/netloom/other',
    '--ostype',
    'Debian_64',
    '--register',
  );
  await profile.vbox(
    'modifyvm',
    stranger,
    '--nic1',
    'nat',
    '--nat-pf1',
    'web,tcp,,8081,,80',
    '--nic2',
    'natnetwork',
    '--nat-network2',
    'office',
  );
  await profile.vbox('setextradata', stranger, 'netloom/owner', `${lab.lab.id}:${web}`);
  await profile.vbox(
    'natnetwork',
    'add',
    '--netname',
    'office',
    '--network',
    '10.99.0.0/24',
    '--enable',
    '--dhcp',
    'on',
    '--port-forward-4',
    'x:tcp:[]:8082:[10.99.0.5]:22',
  );
  const foreign = async (): Promise<string[]> => [
    await profile.vbox('showvminfo', stranger, '--machinereadable'),
    await profile.vbox('natnetwork', 'list', 'office'),
    await profile.vbox('getextradata', stranger, 'enumerate'),
  ];
  const before = await foreign();
  expect((await profile.apply(lab)).outcome).toBe('done');
  const observed = await profile.observe(lab.lab.id);
  expect(virtualbox.live?.untouched(observed)).toEqual({
    machines: ['stranger é "1"'],
    networks: ['office'],
  });
  expect((await profile.plan(lab)).steps).toEqual([]);
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
  expect(await foreign()).toEqual(before);
});

test('a host port and a subnet that others have are reported', async () => {
  const [nat1, nat2] = lab.gateways;
  if (!nat1 || !nat2) throw new Error('the lab is not as expected');
  const rules = nat1.forwards.map((rule, index) => ({
    ...rule,
    protocol: 'tcp' as const,
    listenPort: 8081 + index,
    insideAddress: '10.99.0.9',
  }));
  const clashing = richLab({ gateways: [{ ...nat1, insideAddress: '10.99.0.1/24', forwards: rules }, nat2] });
  const observed = await profile.observe(lab.lab.id);
  expect(codes(clashing, observed).sort()).toEqual(['network-overlaps', 'port-taken', 'port-taken']);
  expect(codes(lab, observed)).toEqual([]);
});

test('a clone of our machine is foreign and outlives it', async () => {
  expect((await profile.apply(lab)).outcome).toBe('done');
  await profile.vbox('clonevm', web, '--name', 'my copy', '--register', '--mode', 'machine');
  const observed = await profile.observe(lab.lab.id);
  expect(observed.foreign.machines.map(({ name }) => name)).toContain('my copy');
  expect((await profile.plan(lab)).steps).toEqual([]);
  // The clone has a card on the lab's NAT network, as any machine of others may have.
  expect(codes(lab, observed, 'destroy')).toEqual(['network-used']);
  const wan = networkName(lab.lab.id, 'wan');
  const refused = await profile.apply(lab, 'destroy');
  expect(refused.states[`delete:network/${wan}`]).toMatchObject({
    diagnostic: { code: 'driver/virtualbox/network-used', message: { values: { machine: 'my copy' } } },
  });
  expect(await profile.vbox('natnetwork', 'list', wan)).toContain(wan);
  await profile.vbox('modifyvm', 'my copy', '--nic2', 'none');
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
  expect(await profile.vbox('list', 'vms')).toContain('"my copy"');
});

test('a disk attached to our machine outlives it', async () => {
  expect((await profile.apply(lab)).outcome).toBe('done');
  const disk = join(profile.folder, 'precious.vdi');
  await profile.vbox('createmedium', 'disk', '--filename', disk, '--size', '8');
  await profile.vbox(
    'storageattach',
    web,
    '--storagectl',
    'SATA',
    '--port',
    '0',
    '--device',
    '0',
    '--type',
    'hdd',
    '--medium',
    disk,
  );
  expect((await profile.plan(lab)).steps).toEqual([]);
  const plan = await profile.plan(lab, 'destroy');
  expect(plan.steps.find(({ subject }) => subject === 'machine/web1')?.fields).toContainEqual({
    field: { id: 'target/virtualbox/field/disk', values: { place: 'SATA 0:0' } },
    before: disk,
  });
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
  expect(existsSync(disk)).toBe(true);
  expect(await profile.vbox('list', 'vms')).not.toContain(web);
});

test('a machine with snapshots is not deleted', async () => {
  expect((await profile.apply(lab)).outcome).toBe('done');
  await profile.vbox('snapshot', web, 'take', 'before');
  expect((await profile.plan(lab)).steps).toEqual([]);
  expect(codes(lab, await profile.observe(lab.lab.id), 'destroy')).toEqual(['machine-snapshots']);
  const report = await profile.apply(lab, 'destroy');
  expect(report.outcome).toBe('failed');
  expect(report.states['delete:machine/web1']).toMatchObject({
    diagnostic: { code: 'driver/virtualbox/has-snapshots' },
  });
  await profile.vbox('snapshot', web, 'delete', 'before');
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
});

test('a machine made by another computer is not taken over', async () => {
  await profile.vbox(
    'createvm',
    '--name',
    'web1',
    '--uuid',
    web,
    '--groups',
    '/netloom/x',
    '--ostype',
    'Debian_64',
    '--register',
  );
  expect(codes(lab, await profile.observe(lab.lab.id))).toEqual(['uuid-taken']);
  await profile.vbox('setextradata', web, 'netloom/owner', `${lab.lab.id}:${web}`);
  expect(codes(lab, await profile.observe(lab.lab.id))).toEqual(['uuid-marked']);
  const wan = networkName(lab.lab.id, 'wan');
  await profile.vbox(
    'natnetwork',
    'add',
    '--netname',
    wan,
    '--network',
    '10.98.0.0/24',
    '--enable',
    '--dhcp',
    'on',
  );
  expect(codes(lab, await profile.observe(lab.lab.id)).sort()).toEqual(['network-taken', 'uuid-marked']);
  const before = await profile.vbox('showvminfo', web, '--machinereadable');
  expect((await profile.apply(lab)).outcome).toBe('failed');
  expect(await profile.vbox('showvminfo', web, '--machinereadable')).toBe(before);
  expect(await profile.vbox('natnetwork', 'list', wan)).toMatch(/Network: +10\.98\.0\.0\/24/);
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
  expect(await profile.vbox('list', 'vms')).toContain(web);
});

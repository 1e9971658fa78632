import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverCancelled } from '../../shared/base/cancel.ts';
import { machineUuid, networkName } from '../../shared/targets/virtualbox/names.ts';
import { commands, type Operation } from '../../shared/targets/virtualbox/operation.ts';
import { emptyCard, wanted } from '../../shared/targets/virtualbox/wanted.ts';
import { openLedger } from '../../host/ledger.ts';
import { appliedFrom, virtualboxDriver } from '../../host/drivers/virtualbox/driver.ts';
import { labs } from './lab-ids.ts';
import { namedLab, richLab } from './labs.ts';
import { openProfile, program, type Profile, servicesOf } from './profile.ts';

let profile: Profile;
beforeAll(async () => {
  profile = await openProfile();
});
afterAll(() => profile.close());

/** A program that calls the real one with extra shell text around it. */
function around(name: string, text: string): string {
  const path = join(profile.folder, name);
  writeFileSync(path, `#!/bin/bash\nreal='${program()}'\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

const one = namedLab(labs[0], 'trouble', ['one']);
const uuid = machineUuid(labs[0], 'm0');

test('an error with exit code 0 is a failure', async () => {
  expect((await profile.apply(one)).outcome).toBe('done');
  const card = {
    ...emptyCard(37),
    attachment: { kind: 'intnet', network: 'x' },
    mac: '080027000001',
    type: 'virtio',
  } as const;
  const operation: Operation = {
    kind: 'configure-machine',
    labId: labs[0],
    uuid,
    device: 'm0',
    name: 'one',
    mark: false,
    settings: { cards: [{ card, deleteRules: [] }] },
  };
  const result = await virtualboxDriver({ env: profile.env }).run(operation, neverCancelled);
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'driver/virtualbox/command-failed', at: { row: 'm0' } },
  });
  expect(JSON.stringify(result)).toContain('Invalid NIC number');
});

test('success that did nothing is a failure', async () => {
  const path = around('does-nothing', 'case $1 in modifyvm) exit 0;; *) exec "$real" "$@";; esac');
  const operation: Operation = {
    kind: 'configure-machine',
    labId: labs[0],
    uuid,
    device: 'm0',
    name: 'one',
    mark: false,
    settings: { memoryMiB: 333, cards: [] },
  };
  const result = await virtualboxDriver({ env: { ...profile.env, VBOXMANAGE: path } }).run(
    operation,
    neverCancelled,
  );
  expect(result).toMatchObject({ ok: false, problem: { code: 'driver/virtualbox/not-applied' } });
});

test('a client that stays after its work is let go after three seconds', async () => {
  const path = around('stays', '"$real" "$@"; status=$?; case $1 in modifyvm) sleep 25;; esac; exit $status');
  const operation: Operation = {
    kind: 'configure-machine',
    labId: labs[0],
    uuid,
    device: 'm0',
    name: 'one',
    mark: false,
    settings: { memoryMiB: 444, cards: [] },
  };
  const started = performance.now();
  const result = await virtualboxDriver({ env: { ...profile.env, VBOXMANAGE: path } }).run(
    operation,
    neverCancelled,
  );
  const elapsed = performance.now() - started;
  expect(result).toEqual({ ok: true, value: undefined });
  expect(elapsed).toBeGreaterThan(2900);
  expect(elapsed).toBeLessThan(10_000);
  expect((await profile.info(uuid)).get('memory')).toBe('444');
});

test('a read that hangs is made again', async () => {
  const marker = join(profile.folder, 'hung-once');
  const path = around(
    'hangs-once',
    `if [ "$2" = runningvms ] && [ ! -e '${marker}' ]; then touch '${marker}'; exec sleep 60; fi; exec "$real" "$@"`,
  );
  const started = performance.now();
  const observed = await virtualboxDriver({ env: { ...profile.env, VBOXMANAGE: path } }).observe(
    labs[0],
    neverCancelled,
  );
  expect(observed).toMatchObject({ ok: true, value: { machines: [{ name: 'one', memoryMiB: 444 }] } });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a service that was starting is asked again', async () => {
  const marker = join(profile.folder, 'failed-once');
  const path = around(
    'fails-once',
    `if [ "$1" = modifyvm ] && [ ! -e '${marker}' ]; then touch '${marker}'; echo 'VBoxManage: error: Failed to create the VirtualBox object!' >&2; exit 1; fi; exec "$real" "$@"`,
  );
  const operation: Operation = {
    kind: 'configure-machine',
    labId: labs[0],
    uuid,
    device: 'm0',
    name: 'one',
    mark: false,
    settings: { memoryMiB: 256, cards: [] },
  };
  const driver = virtualboxDriver({ env: { ...profile.env, VBOXMANAGE: path } });
  expect(await driver.run(operation, neverCancelled)).toEqual({ ok: true, value: undefined });
  expect(existsSync(marker)).toBe(true);
  // Done again, it changes nothing.
  const before = readFileSync(
    join(profile.machines, 'netloom', 'trouble-a1b2c3d4', 'one', 'one.vbox'),
    'utf8',
  );
  expect(await driver.run(operation, neverCancelled)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(join(profile.machines, 'netloom', 'trouble-a1b2c3d4', 'one', 'one.vbox'), 'utf8')).toBe(
    before,
  );
});

test('a creation that was cut short is taken up where it stopped', async () => {
  const lab = namedLab(labs[1], 'cut short', ['half']);
  const machine = wanted(lab).machines[0];
  if (!machine) throw new Error('no machine');
  const ledger = openLedger(profile.env, profile.home, labs[1]);
  await ledger.set('machines', machine.uuid, 'creating');
  const [create] = commands({ kind: 'create-machine', labId: labs[1], machine });
  await profile.vbox(...(create ?? []));
  expect((await profile.plan(lab)).steps.map(({ id }) => id)).toEqual(['update:machine/half']);
  expect((await profile.apply(lab)).outcome).toBe('done');
  expect((await profile.plan(lab)).steps).toEqual([]);
  expect((await ledger.read()).machines).toEqual({ [machine.uuid]: 'made' });
  expect((await profile.apply(lab, 'destroy')).outcome).toBe('done');
  expect((await ledger.read()).machines).toEqual({});
});

test('a NAT network that VirtualBox refuses leaves nothing behind', async () => {
  const operation: Operation = {
    kind: 'create-nat-network',
    labId: labs[2],
    network: { name: 'nl-b1b2c3d4-bad', cidr: '10.50.0.0/32', enabled: true, dhcp: true, forwards: [] },
    removeDhcp: false,
  };
  const result = await virtualboxDriver({ env: profile.env }).run(operation, neverCancelled);
  expect(result).toMatchObject({ ok: false, problem: { code: 'driver/virtualbox/command-failed' } });
  expect(await profile.vbox('natnetwork', 'list')).not.toContain('nl-b1b2c3d4-bad');
});

test('a lab deleted by hand is forgotten, and a NAT network of its name made since is not its own', async () => {
  const lab = richLab();
  const [file, copy] = ['first.json', 'copy.json'].map((name) => join(profile.folder, name));
  if (file === undefined || copy === undefined) throw new Error('no paths');
  writeFileSync(file, '');
  const driver = virtualboxDriver({ env: profile.env, labPath: file });
  for (const { operation } of (await profile.plan(lab)).steps)
    expect(await driver.run(operation, neverCancelled)).toMatchObject({ ok: true });
  expect(await appliedFrom(lab.lab.id, copy, profile.env)).toBe(file);
  const wan = networkName(lab.lab.id, 'wan');
  for (const { device } of lab.machines)
    await profile.vbox('unregistervm', machineUuid(lab.lab.id, device), '--delete');
  await profile.vbox('natnetwork', 'remove', '--netname', wan);
  const ledger = openLedger(profile.env, profile.home, lab.lab.id);
  expect(await appliedFrom(lab.lab.id, copy, profile.env)).toBeUndefined();
  expect(await ledger.read()).toEqual({ machines: {}, networks: {}, path: file });
  await ledger.set('networks', wan, { state: 'made', subnets: ['10.20.0.0/24'] });
  expect((await profile.plan(lab, 'destroy')).steps).toEqual([]);
  expect(await ledger.read()).toEqual({ machines: {}, networks: {}, path: file });
  await profile.vbox('natnetwork', 'add', '--netname', wan, '--network', '10.20.0.0/24', '--enable');
  expect((await profile.plan(lab, 'destroy')).steps).toEqual([]);
  // Also with an entry that was not dropped in time: the subnet is another.
  await profile.vbox('natnetwork', 'modify', '--netname', wan, '--network', '10.77.0.0/24');
  await ledger.set('networks', wan, { state: 'creating', subnets: ['10.20.0.0/24'] });
  expect((await profile.plan(lab, 'destroy')).steps).toEqual([]);
  await ledger.remove('networks', wan);
  await profile.vbox('natnetwork', 'remove', '--netname', wan);
});

test('a changed subnet is kept in the ledger', async () => {
  const lab = richLab({ machines: [] });
  expect((await profile.apply(lab)).outcome).toBe('done');
  const gateways = lab.gateways.map((gateway) =>
    gateway.isolated ? gateway : { ...gateway, insideAddress: '10.21.0.1/24', forwards: [] },
  );
  const moved = richLab({ machines: [], gateways });
  expect((await profile.apply(moved)).outcome).toBe('done');
  expect((await profile.plan(moved)).steps).toEqual([]);
  const wan = networkName(lab.lab.id, 'wan');
  const { networks } = await openLedger(profile.env, profile.home, lab.lab.id).read();
  expect(networks).toEqual({ [wan]: { state: 'made', subnets: ['10.21.0.0/24'] } });
  expect((await profile.apply(moved, 'destroy')).outcome).toBe('done');
});

test('nothing starts while a profile has lost its main file', async () => {
  const lost = await openProfile();
  try {
    expect((await lost.apply(one)).outcome).toBe('done');
    const file = join(lost.home, 'VirtualBox.xml');
    for (let turn = 0; turn < 100 && servicesOf(lost.home).length > 0; turn++)
      await new Promise((done) => setTimeout(done, 100));
    renameSync(file, `${file}-prev`);
    const observed = await virtualboxDriver({ env: lost.env }).observe(labs[0], neverCancelled);
    expect(observed).toMatchObject({ ok: false, problem: { code: 'driver/virtualbox/profile-lost' } });
    expect(existsSync(file)).toBe(false);
  } finally {
    await lost.close();
  }
});

test('there is no VBoxManage', async () => {
  const driver = virtualboxDriver({ env: { ...profile.env, VBOXMANAGE: join(profile.folder, 'absent') } });
  expect(await driver.probe()).toMatchObject({ ok: false, problem: { code: 'driver/virtualbox/not-found' } });
  expect(
    await driver.run({ kind: 'delete-dhcp-server', labId: labs[0], name: 'x' }, neverCancelled),
  ).toMatchObject({ ok: false });
  const there = await virtualboxDriver({ env: profile.env }).probe();
  expect(there).toMatchObject({
    ok: true,
    value: { path: program(), version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
  });
});

test('a cancelled apply starts nothing', async () => {
  const lab = richLab();
  const driver = virtualboxDriver({ env: profile.env });
  const [step] = (await profile.plan(lab)).steps;
  if (!step) throw new Error('no step');
  expect(await driver.run(step.operation, { aborted: true })).toMatchObject({
    problem: { code: 'driver/virtualbox/cancelled' },
  });
  expect((await profile.observe(lab.lab.id)).machines).toEqual([]);
});

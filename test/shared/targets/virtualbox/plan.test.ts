import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../../../shared/plan/apply.ts';
import { neverCancelled } from '../../../../shared/base/cancel.ts';
import { ok } from '../../../../shared/base/result.ts';
import type { Blueprint } from '../../../../shared/blueprint/blueprint.ts';
import { holds } from '../../../../shared/targets/virtualbox/holds.ts';
import { machineUuid, networkName } from '../../../../shared/targets/virtualbox/names.ts';
import { commands } from '../../../../shared/targets/virtualbox/operation.ts';
import { plan } from '../../../../shared/targets/virtualbox/plan.ts';
import type { Observed } from '../../../../shared/targets/virtualbox/state.ts';
import { wanted } from '../../../../shared/targets/virtualbox/wanted.ts';
import { namedLab, port, richLab } from '../../../virtualbox/labs.ts';

const nothing: Observed = {
  machines: [],
  natNetworks: [],
  dhcpServers: [],
  unreadable: [],
  foreign: { machines: [], natNetworks: [], ports: [] },
};

/** The world once a lab is made. */
function made(blueprint: Blueprint, rest: Partial<Observed> = {}): Observed {
  const { machines, natNetworks } = wanted(blueprint);
  return {
    ...nothing,
    natNetworks,
    machines: machines.map(({ device: _device, cards, ...machine }) => ({
      ...machine,
      marked: true,
      cards: cards.map((card) => ({
        ...card,
        ruleNames: card.attachment.kind === 'nat' ? card.attachment.forwards.map(({ name }) => name) : [],
      })),
      otherCards: [],
      disks: [],
      hasSnapshots: false,
      state: 'off' as const,
    })),
    ...rest,
  };
}

const lab = richLab();
const labId = lab.lab.id;
const web = machineUuid(labId, 'web1');
const wan = networkName(labId, 'wan');

describe('a plan', () => {
  test('makes networks before the machines on them', () => {
    const { steps } = plan(lab, nothing, 'apply');
    expect(steps.map(({ id, after }) => [id, after])).toEqual([
      [`create:network/${wan}`, []],
      ['create:machine/web1', [`create:network/${wan}`]],
      ['create:machine/db1', [`create:network/${wan}`]],
      ['create:machine/solo', [`create:network/${wan}`]],
    ]);
    expect(steps.some(({ destroys }) => destroys)).toBe(false);
  });

  test('is empty when all is there, and every step of the first then holds', () => {
    expect(plan(lab, made(lab), 'apply').steps).toEqual([]);
    for (const { operation } of plan(lab, nothing, 'apply').steps) {
      expect(holds(operation, nothing)).toBe(false);
      expect(holds(operation, made(lab))).toBe(true);
    }
  });

  test('says why it deletes what is still drawn, and only then', () => {
    const reasons = (blueprint: Blueprint, purpose: 'apply' | 'destroy') =>
      plan(blueprint, made(lab), purpose)
        .steps.filter(({ action, subject }) => action === 'delete' && subject.startsWith('machine/'))
        .map(({ subject, reason }) => [subject, reason?.id, reason?.values]);
    const left = {
      ...lab,
      machines: lab.machines.filter(({ device }) => device === 'db1'),
      leftOut: [{ device: 'web1', reason: 'other-host' as const, host: 'h2' }],
    };
    expect([reasons(left, 'apply'), reasons(left, 'destroy')]).toEqual([
      [
        ['machine/web1', 'target/virtualbox/reason/other-host', { host: 'h2' }],
        ['machine/solo', undefined, undefined],
      ],
      [
        ['machine/web1', undefined, undefined],
        ['machine/db1', undefined, undefined],
        ['machine/solo', undefined, undefined],
      ],
    ]);
  });

  test('deletes machines before networks, and says that this destroys', () => {
    const { steps } = plan(lab, made(lab), 'destroy');
    expect(steps.map(({ id }) => id)).toContain('delete:machine/web1');
    expect(steps.find(({ id }) => id === `delete:network/${wan}`)?.after).toHaveLength(3);
    expect(steps.every(({ destroys }) => destroys)).toBe(true);
    expect(plan(lab, nothing, 'destroy').steps).toEqual([]);
    for (const { operation } of steps) expect(holds(operation, nothing)).toBe(true);
  });

  test('names a changed field with its values before and after', () => {
    const machines = lab.machines.map((one) => (one.device === 'web1' ? { ...one, memoryMiB: 1024 } : one));
    const { steps } = plan(richLab({ machines }), made(lab), 'apply');
    expect(steps.map(({ id, fields }) => [id, fields])).toEqual([
      [
        'update:machine/web1',
        [
          {
            field: { id: 'target/virtualbox/field/memory', values: {} },
            before: '512 MiB',
            after: '1024 MiB',
          },
        ],
      ],
    ]);
    expect(commands(steps[0]?.operation ?? { kind: 'delete-dhcp-server', labId, name: '' })).toEqual([
      ['modifyvm', web, '--memory', '1024'],
    ]);
  });

  test('has another basis as soon as the lab or the world differs', () => {
    const bases = [
      plan(lab, nothing, 'apply').basis,
      plan(lab, made(lab), 'apply').basis,
      plan(richLab({ lab: { id: labId, name: 'other' } }), nothing, 'apply').basis,
      plan(lab, nothing, 'destroy').basis,
    ];
    expect(new Set(bases).size).toBe(bases.length);
    expect(plan(richLab(), made(richLab()), 'apply').basis).toBe(bases[1]);
  });

  test('takes a name only once it is free, also in a ring of three', async () => {
    const before = namedLab(labId, 'ring', ['a', 'b', 'c', 'd']);
    const after = namedLab(labId, 'ring', ['b', 'c', 'a', 'e']);
    const { steps } = plan(after, made(before), 'apply');
    expect(steps).toHaveLength(5);
    const taken = new Map(['a', 'b', 'c', 'd'].map((name, index) => [machineUuid(labId, `m${index}`), name]));
    const report = await applyPlan(
      { target: 'virtualbox', basis: '', steps },
      {
        run: ({ ...operation }) => {
          if (operation.kind !== 'configure-machine') throw new Error('not expected');
          const name = operation.settings.name ?? '';
          expect([...taken.values()]).not.toContain(name);
          taken.set(operation.uuid, name);
          return Promise.resolve(ok(undefined));
        },
      },
      { cancel: neverCancelled, parallel: 1, onState: () => undefined },
    );
    expect(report.outcome).toBe('done');
    expect([...taken.values()]).toEqual(['b', 'c', 'a', 'e']);
  });

  test('removes a DHCP server that a NAT network left behind', () => {
    const left = { ...nothing, dhcpServers: [wan] };
    expect(plan(lab, left, 'destroy').steps.map(({ id }) => id)).toEqual([`delete:dhcp/${wan}`]);
    const [first] = plan(lab, left, 'apply').steps;
    expect(first && commands(first.operation)[0]).toEqual(['dhcpserver', 'remove', `--network=${wan}`]);
  });
});

describe('commands', () => {
  test('of a new machine: create, mark, set everything in one call', () => {
    const step = plan(lab, nothing, 'apply').steps.find(({ id }) => id === 'create:machine/solo');
    const solo = machineUuid(labId, 'solo');
    const group = '/netloom/branch-office-3f0e7a52';
    const [create, mark, modify, ...rest] = step ? commands(step.operation) : [];
    expect(rest).toEqual([]);
    expect(create?.join(' ')).toBe(
      `createvm --name solo --uuid ${solo} --groups ${group} --ostype Other_64 --default --register`,
    );
    expect(mark).toEqual(['setextradata', solo, 'netloom/owner', `${labId}:${solo}`]);
    expect(modify?.join(' ')).toMatch(
      /^modifyvm \S+ --memory 256 --cpus 1 --nic1 nat --nat-net1 10\.30\.0\.0\/24 --nic-type1 82545EM/,
    );
    expect(modify?.join(' ')).toContain('--nat-pf1 solo-ssh,tcp,127.0.0.1,22011,10.30.0.15,22 --nic2 none');
    expect(modify?.slice(-2)).toEqual(['--nic8', 'none']);
  });

  test('of a deletion take out every disk first', () => {
    const [machine] = made(lab).machines;
    const disk = { controller: 'SATA', port: 2, device: 0, uuid: 'd8f005c5-8e22-436b-9315-bb49909e327a' };
    if (!machine) throw new Error('no machine');
    const observed = made(lab, { machines: [{ ...machine, disks: [disk] }], natNetworks: [] });
    const [step] = plan(lab, observed, 'destroy').steps;
    if (!step) throw new Error('no step');
    expect(commands(step.operation).map((args) => args.join(' '))).toEqual([
      `storageattach ${machine.uuid} --storagectl SATA --port 2 --device 0 --medium none`,
      `unregistervm ${machine.uuid} --delete`,
    ]);
    expect(holds(step.operation, observed, 1)).toBe(false);
    expect(holds(step.operation, made(lab, { machines: [{ ...machine }] }), 1)).toBe(true);
  });

  test('of a card that comes back to its NAT delete the rules it kept', () => {
    const observed = made(lab);
    const machines = observed.machines.map((one) => ({
      ...one,
      cards: one.cards.map((card) =>
        card.attachment.kind === 'nat' ? { ...card, attachment: { kind: 'null' as const } } : card,
      ),
    }));
    const [step] = plan(lab, { ...observed, machines }, 'apply').steps;
    expect(step && commands(step.operation)[0]?.join(' ')).toContain(
      '--nat-pf1 delete solo-ssh --nat-pf1 solo-ssh,tcp,127.0.0.1,22011,10.30.0.15,22',
    );
  });

  test('of a moved subnet set every rule again', () => {
    const gateways = lab.gateways.map((one) =>
      one.isolated ? one : { ...one, insideAddress: '10.21.0.1/24' },
    );
    const [step] = plan(richLab({ gateways }), made(lab), 'apply').steps;
    expect(step && commands(step.operation)[0]?.join(' ')).toBe(
      `natnetwork modify --netname ${wan} --network 10.21.0.0/24 --enable --dhcp off ` +
        '--port-forward-4 delete dns --port-forward-4 delete ssh ' +
        '--port-forward-4 dns:udp:[]:22053:[10.20.0.10]:53 --port-forward-4 ssh:tcp:[127.0.0.1]:22010:[10.20.0.10]:22',
    );
  });
});

describe('names', () => {
  test('are short ASCII, and different for segments that look alike', () => {
    const names = ['a b', 'a-b', 'a_b', 'A-B', 'é', '漢', 'x'.repeat(80), `${'x'.repeat(80)}y`, ''].map(
      (id) => networkName(labId, id),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^nl-3f0e7a52-[a-z0-9-]{1,48}$/);
    expect(networkName(labId, 'core-v10')).toBe('nl-3f0e7a52-core-v10');
  });

  test('of machines are the same on every computer, also in a lab without a proper id', () => {
    expect(machineUuid(labId, 'web1')).toBe(machineUuid(labId.toUpperCase(), 'web1'));
    expect(machineUuid('edited by hand', 'web1')).toMatch(/^[0-9a-f-]{36}$/);
    const odd = namedLab('edited by hand', '', ['x']);
    expect(wanted(odd).machines[0]?.group).toMatch(/^\/netloom\/lab-[0-9a-f]{8}$/);
  });

  test('a card is plugged into what its segment has', () => {
    const cards = wanted(
      richLab({
        machines: [
          {
            device: 'm',
            name: 'm',
            cpus: 1,
            memoryMiB: 64,
            ports: [port('p', { segment: 'core-v10' }), port('q')],
          },
        ],
      }),
    );
    expect(cards.machines[0]?.cards.map(({ attachment }) => attachment.kind).join(' ')).toBe(
      'intnet null none none none none none none',
    );
  });
});

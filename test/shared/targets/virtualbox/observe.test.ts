import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { liveKeys, observe, type Readings } from '../../../../shared/targets/virtualbox/observe.ts';
import { readMachine } from '../../../../shared/targets/virtualbox/read-machine.ts';
import { emptyProfile, readProfile } from '../../../../shared/targets/virtualbox/read-profile.ts';
import type { LabLedger } from '../../../../shared/targets/virtualbox/state.ts';

/** Files that VirtualBox 7.2.22 wrote; only the folder they lay in has another name. */
const recorded = (name: string): string =>
  readFileSync(new URL(`../../../virtualbox/recorded/${name}`, import.meta.url), 'utf8');

const labId = '12345678-0000-4000-8000-000000000000';
const web1 = '11111111-2222-5333-8444-555555555555';
const d1 = '21111111-2222-5333-8444-555555555556';

function readings(ledger: LabLedger, rest: Partial<Readings> = {}): Readings {
  const profile = readProfile(recorded('VirtualBox.xml')) ?? emptyProfile;
  const files = ['web1.vbox', 'clone.vbox', 'd1.vbox'].map((name) => {
    const text = recorded(name);
    const uuid = /Machine uuid="\{(.*?)\}"/.exec(text)?.[1] ?? '';
    return { uuid, path: name, machine: readMachine(text) };
  });
  return { labId, profile, machines: files, ledger, running: [], ...rest };
}

const gw = 'nl-12345678-gw';
const known: LabLedger = {
  machines: { [web1]: 'made' },
  networks: { [gw]: { state: 'made', subnets: ['10.21.0.0/24'] } },
};

describe('a machine file', () => {
  test('gives the settings in force, not those of its snapshot', () => {
    const machine = readMachine(recorded('web1.vbox'));
    expect(machine).toMatchObject({
      uuid: web1,
      name: 'web1',
      group: '/netloom/lab-12345678',
      mark: `${labId}:${web1}`,
      os: 'Debian_64',
      cpus: 1,
      memoryMiB: 4,
      hasSnapshots: true,
      state: 'off',
      otherCards: [],
    });
    expect(machine?.disks).toEqual([
      {
        controller: 'SATA',
        port: 1,
        device: 0,
        uuid: 'd8f005c5-8e22-436b-9315-bb49909e327a',
        path: 'Snapshots/{d8f005c5-8e22-436b-9315-bb49909e327a}.vdi',
      },
    ]);
  });

  test('gives every card, with what the file leaves out', () => {
    const cards = readMachine(recorded('web1.vbox'))?.cards ?? [];
    expect(cards.map(({ slot, attachment }) => [slot, attachment.kind])).toEqual([
      [1, 'intnet'],
      [2, 'natnetwork'],
      [3, 'natnetwork'],
      [4, 'null'],
      [5, 'none'],
      [6, 'none'],
      [7, 'none'],
      [8, 'none'],
    ]);
    expect(cards[0]).toMatchObject({
      mac: '080027000001',
      type: '82540EM',
      connected: true,
      promiscuous: 'allow-all',
    });
    expect(cards[1]).toMatchObject({ type: 'virtio', connected: false, attachment: { network: 'gw' } });
    expect(cards[1]?.ruleNames).toEqual(['n w-1', 'ssh']);
    expect(cards[3]).toMatchObject({ type: 'Am79C973', connected: true, promiscuous: 'deny' });
  });

  test('keeps names of any letters', () => {
    expect(readMachine(recorded('clone.vbox'))?.name).toBe('cl "one" é漢 🚀');
  });

  test('that is damaged is no machine', () => {
    expect(readMachine(recorded('web1.vbox').slice(0, 2000))).toBeUndefined();
    expect(readMachine('')).toBeUndefined();
    expect(readMachine('<VirtualBox/>')).toBeUndefined();
  });
});

describe('a profile', () => {
  test('gives machines, NAT networks and DHCP servers', () => {
    const profile = readProfile(recorded('VirtualBox.xml'));
    expect(profile?.machines).toHaveLength(3);
    expect(profile?.dhcpServers).toEqual(['HostInterfaceNetworking-vboxnet0', 'nl-12345678-gw']);
    expect(profile?.natNetworks).toEqual([
      {
        name: 'nl-12345678-gw',
        cidr: '10.21.0.0/24',
        enabled: true,
        dhcp: true,
        forwards: [
          {
            name: 'x y',
            protocol: 'udp',
            listenAddress: '',
            listenPort: 53,
            insideAddress: '10.21.0.9',
            insidePort: 53,
          },
        ],
      },
      { name: 'office', cidr: '10.99.0.0/24', enabled: false, dhcp: false, forwards: [] },
    ]);
  });

  test('that is damaged is none', () => {
    expect(readProfile(recorded('VirtualBox.xml').slice(0, 700))).toBeUndefined();
    expect(readProfile('')).toBeUndefined();
  });
});

describe('what is ours', () => {
  const names = (ledger: LabLedger, rest: Partial<Readings> = {}) => {
    const { machines, foreign } = observe(readings(ledger, rest));
    return {
      ours: machines.map(({ name }) => name),
      foreign: foreign.machines.map(({ name }) => name).sort(),
    };
  };

  test('is a machine with our mark of its own UUID that the ledger knows; its clone is not', () => {
    expect(names(known)).toEqual({ ours: ['web1'], foreign: ['cl "one" é漢 🚀', 'd1'] });
  });

  test('is nothing without the ledger, nor for another lab', () => {
    const empty = { machines: {}, networks: {} };
    expect(names(empty).ours).toEqual([]);
    expect(observe(readings(empty)).natNetworks).toEqual([]);
    expect(names(known, { labId: '12345678-0000-4000-8000-000000000001' }).ours).toEqual([]);
  });

  test('is a creation that was cut short before the mark', () => {
    const ledger: LabLedger = { machines: { ...known.machines, [d1]: 'creating' }, networks: {} };
    const { machines } = observe(readings(ledger));
    expect(machines.map(({ name, marked }) => [name, marked])).toEqual([
      ['web1', true],
      ['d1', false],
    ]);
    expect(names({ machines: { [d1]: 'made' }, networks: {} }).ours).toEqual([]);
  });

  test('is a NAT network with our prefix that the ledger knows, and its DHCP server', () => {
    const observed = observe(readings(known));
    expect(observed.natNetworks.map(({ name }) => name)).toEqual(['nl-12345678-gw']);
    expect(observed.dhcpServers).toEqual(['nl-12345678-gw']);
    expect(observed.foreign.natNetworks.map(({ name }) => name)).toEqual(['office']);
  });

  test('is not a NAT network with a subnet it was never given, nor the DHCP server of that', () => {
    const other: LabLedger = { ...known, networks: { [gw]: { state: 'made', subnets: ['10.22.0.0/24'] } } };
    const observed = observe(readings(other));
    expect([observed.natNetworks, observed.dhcpServers]).toEqual([[], []]);
    expect(observed.foreign.natNetworks.map(({ name }) => name)).toEqual([gw, 'office']);
    expect([...liveKeys(observed).networks]).toEqual([]);
    const moving: LabLedger = {
      ...known,
      networks: { [gw]: { state: 'made', subnets: ['10.22.0.0/24', '10.21.0.0/24'] } },
    };
    expect(observe(readings(moving)).natNetworks.map(({ name }) => name)).toEqual([gw]);
  });

  test('is live in the ledger, also while its file cannot be read', () => {
    const machines = readings(known).machines.map((file) => ({ ...file, machine: undefined }));
    for (const rest of [{}, { machines }]) {
      const live = liveKeys(observe(readings({ ...known, machines: { [web1]: 'made', x: 'made' } }, rest)));
      expect([[...live.machines], [...live.networks]]).toEqual([[web1], [gw]]);
    }
    const left = { ...readings(known).profile, natNetworks: [] };
    expect([...liveKeys(observe(readings(known, { profile: left }))).networks]).toEqual([gw]);
  });

  test('and what is not is seen with the NAT networks it is attached to, also above the eighth card', () => {
    const text = recorded('d1.vbox').replace(
      /<Network>/,
      '<Network><Adapter slot="20" enabled="true"><NATNetwork name="far"/></Adapter>',
    );
    const machines = readings(known).machines.map((file) =>
      file.uuid === d1 ? { ...file, machine: readMachine(text) } : file,
    );
    const { foreign } = observe(readings(known, { machines }));
    expect(foreign.machines.find(({ uuid }) => uuid === d1)?.natNetworks).toContain('far');
    expect(foreign.machines.find(({ name }) => name.startsWith('cl '))?.natNetworks).toContain('gw');
  });

  test('runs when VirtualBox says so, and an unreadable file is told', () => {
    expect(observe(readings(known, { running: [web1] })).machines[0]?.state).toBe('running');
    const machines = readings(known).machines.map((file) => ({ ...file, machine: undefined }));
    expect(observe(readings(known, { machines })).unreadable.map(({ ours }) => ours)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

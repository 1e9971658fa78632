import type { Design } from '../../shared/model/design.ts';
import { type Draft, startDraft } from './draft.ts';

const hosts = 50;
const machinesPerHost = 40;
const jumbo = 9000;
const switchMtu = 9216;

/** Networks that every host has a port of, with the VLAN on the rack switches. */
const shared = [
  { name: 'management', vlan: 20, net: '10.129.0', mtu: 1500, purpose: 'mgmt' },
  { name: 'storage', vlan: 30, net: '10.130.0', mtu: jumbo, purpose: 'storage' },
  { name: 'migration', vlan: 40, net: '10.131.0', mtu: jumbo, purpose: 'vmotion' },
  { name: 'public', vlan: 50, net: '203.0.113', mtu: 1500, purpose: 'wan' },
] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const hex = (number: number): string => number.toString(16).padStart(2, '0');

/** 2,000 machines on 50 hosts in five racks; the 40 of a host share one of 50 public addresses. */
export function provincialCloud(): Design {
  const lab = startDraft({
    id: 'b6f0d1a4-93c7-4c8e-8a5f-1e2d3c4b5a69',
    name: 'Provincial cloud',
    description: '50 hosts with 40 machines each; the machines of a host share one public address.',
  });
  for (const { name, vlan, net, purpose } of shared) {
    lab.tables.vlans[name] = { id: vlan, name };
    const prefix = name === 'public' ? `${net}.0/26` : `${net}.0/24`;
    lab.tables.subnets[name] = {
      prefix,
      name,
      vlan,
      purpose,
      ...(name === 'public' && { gateway: `${net}.1` }),
    };
  }
  lab.device(
    'spine1',
    { kind: 'switch', physical: true, stpMode: 'rstp', stpPriority: 4096 },
    { x: 5600, y: -700 },
  );
  lab.device('internet', { kind: 'internet' }, { x: 5620, y: -860 });
  lab.cable(
    lab.port('internet', 'eth0', { addresses: ['203.0.113.1/26'] }),
    lab.port('spine1', 'up', { vlan: 50, mtu: switchMtu }),
  );
  for (let rack = 1; rack <= 5; rack++) {
    const leaf = lab.device(
      `leaf${rack}`,
      { kind: 'switch', physical: true, stpMode: 'rstp' },
      { x: (rack - 1) * 2400 + 900, y: -480 },
    );
    const trunk = { mode: 'trunk', allowedVlans: '20,30,40,50', mtu: switchMtu } as const;
    lab.cable(lab.port(leaf, 'up', trunk), lab.port('spine1', `p${rack}`, trunk));
  }
  for (let number = 1; number <= hosts; number++) addHost(lab, number);
  return lab.tables;
}

function addHost(lab: Draft, number: number): void {
  const left = ((number - 1) % 10) * 240 + Math.floor((number - 1) / 10) * 2400;
  const host = lab.device(`h${two(number)}`, { kind: 'host', platform: 'kvm' }, { x: left, y: 0 });
  const leaf = `leaf${Math.ceil(number / 10)}`;
  for (const { name, vlan, net, mtu } of shared) {
    const last = name === 'public' ? number + 1 : number;
    const length = name === 'public' ? 26 : 24;
    const own = lab.port(host, name, { addresses: [`${net}.${last}/${length}`], mtu });
    lab.cable(own, lab.port(leaf, `${host}-${name}`, { vlan, mtu: switchMtu }));
  }
  const nat = lab.device(
    `nat-${two(number)}`,
    { kind: 'router', engine: 'nat', on: host },
    { x: left, y: 90 },
  );
  const bridge = lab.device(
    `br-${two(number)}`,
    { kind: 'switch', vlanAware: false, on: host },
    { x: left, y: 170 },
  );
  const net = `10.128.${number}`;
  lab.port(nat, 'outside', { shares: `${host}.public` });
  lab.cable(lab.port(nat, 'lan', { addresses: [`${net}.1/24`] }), lab.port(bridge, 'up'));
  lab.tables.subnets[`vms-${two(number)}`] = {
    prefix: `${net}.0/24`,
    switch: bridge,
    gateway: `${net}.1`,
    purpose: 'vm',
  };
  lab.tables.nat[`${nat}.masquerade`] = { device: nat, kind: 'masquerade', outside: `${nat}.outside` };
  for (let machine = 1; machine <= machinesPerHost; machine++) {
    const id = `vm-${two(number)}-${two(machine)}`;
    const at = { x: left, y: 200 + machine * 64 };
    lab.device(id, { kind: 'vm', on: host, cpus: 1, memoryMiB: 1024 }, at);
    const card = lab.port(id, 'eth0', {
      addresses: [`${net}.${10 + machine}/24`],
      mac: `52:54:00:80:${hex(number)}:${hex(machine)}`,
    });
    lab.cable(card, lab.port(bridge, `p${machine}`));
  }
}

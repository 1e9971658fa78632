import { expect, test } from 'vitest';
import type { Blueprint } from '../../../../shared/blueprint/blueprint.ts';
import { machineUuid, networkName } from '../../../../shared/targets/virtualbox/names.ts';
import { obstacles } from '../../../../shared/targets/virtualbox/obstacles.ts';
import { type Observed, ownerMark } from '../../../../shared/targets/virtualbox/state.ts';
import { wanted } from '../../../../shared/targets/virtualbox/wanted.ts';
import type { Purpose } from '../../../../shared/targets/target.ts';
import { richLab } from '../../../virtualbox/labs.ts';

const lab = richLab();
const wan = networkName(lab.lab.id, 'wan');
const wish = wanted(lab);
const stranger = { uuid: '0f0e0d0c-1111-4222-8333-444444444444', name: 'stranger' };

function world(rest: Partial<Observed> = {}): Observed {
  return {
    machines: [],
    natNetworks: [],
    dhcpServers: [],
    unreadable: [],
    foreign: { machines: [], natNetworks: [], ports: [] },
    ...rest,
  };
}

const told = (observed: Observed, purpose: Purpose = 'apply', blueprint: Blueprint = lab) =>
  [...obstacles(blueprint, observed, purpose)].map(
    ({ severity, code }) => `${severity} ${code.replace('target/virtualbox/', '')}`,
  );

test('what the exported script made is told once, not again for each of its ports', () => {
  const uuid = machineUuid(lab.lab.id, 'solo');
  const ports = [
    { protocol: 'tcp' as const, address: '127.0.0.1', port: 22010, owner: wan },
    { protocol: 'tcp' as const, address: '127.0.0.1', port: 22011, owner: 'solo' },
  ];
  const solo = { uuid, name: 'solo', mark: ownerMark(lab.lab.id, uuid), natNetworks: [] };
  const natNetworks = wish.natNetworks;
  expect(told(world({ foreign: { machines: [solo], natNetworks, ports } }))).toEqual([
    'error uuid-marked',
    'error network-taken',
  ]);
  const others = ports.map((port) => ({ ...port, owner: 'another' }));
  expect(told(world({ foreign: { machines: [], natNetworks: [], ports: others } }))).toEqual([
    'error port-taken',
    'error port-taken',
  ]);
});

test('a NAT network that a machine of others is attached to is not deleted, and moved with a warning', () => {
  const foreign = {
    machines: [
      { ...stranger, natNetworks: [wan] },
      { ...stranger, natNetworks: ['office'] },
    ],
    natNetworks: [],
    ports: [],
  };
  const observed = world({ natNetworks: wish.natNetworks, foreign });
  expect(told(observed, 'destroy')).toEqual(['error network-used']);
  expect(told(observed)).toEqual([]);
  const gateways = lab.gateways.map((one) =>
    one.isolated ? one : { ...one, insideAddress: '10.21.0.1/24' },
  );
  expect(told(observed, 'apply', richLab({ gateways }))).toEqual(['warning network-moves']);
});

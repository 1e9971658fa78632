import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { behindNat, natDevices } from '../../../shared/network/behind-nat.ts';
import { derive } from '../../../shared/network/derive.ts';
import type { NatRule } from '../../../shared/model/topology.ts';

function behind(lab: string, device: string, nat: Record<string, NatRule> = {}): string[] {
  const topology = { ...sketchDesign(lab), nat };
  return behindNat(topology, derive(topology))(device).map(({ id }) => id);
}

const twoRouters =
  'switch s\nswitch t\nswitch u\nrouter n 10.0.0.1/24\nport n.out 192.0.2.1/24\nrouter r 10.0.0.2/24\nport r.eth1 10.0.1.1/24\nn.eth0 -- s\nr.eth0 -- s\nr.eth1 -- t\nn.out -- u\n';

it('behind a router are the segments that its inside routes to, not its outside', () => {
  const masquerade: NatRule = { device: 'n', kind: 'masquerade', outside: 'n.out' };
  expect(behind(twoRouters, 'n', { m: masquerade })).toEqual(['s-v1', 't-v1']);
});

it('behind a NAT service is only what it is cabled to', () => {
  const service = twoRouters.replace('router n 10.0.0.1/24', 'router n 10.0.0.1/24 engine=nat');
  expect(behind(service, 'n')).toEqual(['s-v1', 'u-v1']);
});

it('a row that translates makes a device a NAT, a port forward does not', () => {
  const topology = sketchDesign('router n engine=nat\nrouter m\nrouter k\nnat k tcp 80 -> 10.0.0.1:80');
  const nat = { ...topology.nat, s: { device: 'm', kind: 'static' } as const };
  expect([...natDevices({ ...topology, nat })]).toEqual(['n', 'm']);
});

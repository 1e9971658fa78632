import { expect, it } from 'vitest';
import { sketchDesign, sketchLabId } from '../../../shared/file/sketch.ts';
import { emptyDesign } from '../../../shared/model/design.ts';

it('says devices, ports, cables, VLANs, subnets and forwards', () => {
  const sketch = `
    # a lab
    vm web 192.0.2.1/24 2001:db8::1/64 mtu=9000 cpus=2   # with a comment
    switch sw vlanAware=false
    router nat1 192.0.2.254/24 engine=nat
    port sw.p7 mode=trunk nativeVlan=10 allowedVlans=10
    web -- sw vlan=10 cable.mtu=1400
    nat1 -- sw.p7
    vlan 10 name=office
    subnet 192.0.2.0/24 gateway=192.0.2.254 vlan=10
    nat nat1 tcp 127.0.0.1:8080 -> 192.0.2.1:80
    nat nat1 udp 9000-9002 -> :9000-9002`;
  expect(sketchDesign(sketch)).toEqual({
    ...emptyDesign({ id: sketchLabId, name: 'sketch' }),
    devices: {
      web: { kind: 'vm', name: 'web', cpus: 2 },
      sw: { kind: 'switch', name: 'sw', vlanAware: false },
      nat1: { kind: 'router', name: 'nat1', engine: 'nat' },
    },
    interfaces: {
      'web.eth0': { device: 'web', name: 'eth0', addresses: ['192.0.2.1/24', '2001:db8::1/64'], mtu: 9000 },
      'nat1.eth0': { device: 'nat1', name: 'eth0', addresses: ['192.0.2.254/24'] },
      'sw.p7': { device: 'sw', name: 'p7', mode: 'trunk', nativeVlan: 10, allowedVlans: '10', vlan: 10 },
    },
    links: { link1: { a: 'web.eth0', b: 'sw.p7', mtu: 1400 }, link2: { a: 'nat1.eth0', b: 'sw.p7' } },
    vlans: { vlan10: { id: 10, name: 'office' } },
    subnets: { net1: { prefix: '192.0.2.0/24', gateway: '192.0.2.254', vlan: 10 } },
    nat: {
      fwd1: {
        device: 'nat1',
        kind: 'port-forward',
        protocol: 'tcp',
        listenAddress: '127.0.0.1',
        listenPort: 8080,
        insideAddress: '192.0.2.1',
        insidePort: 80,
      },
      fwd2: {
        device: 'nat1',
        kind: 'port-forward',
        protocol: 'udp',
        listenPort: '9000-9002',
        insideAddress: '',
        insidePort: '9000-9002',
      },
    },
  });
});

it.each([
  ['vm a\nfrob a', 'sketch line 2: frob a'],
  ['vm a\na -- b', 'sketch line 2: a -- b'],
  ['nat n icmp 1 -> 192.0.2.1:1', 'sketch line 1: nat n icmp 1 -> 192.0.2.1:1'],
  ['port sw', 'sketch line 1: port sw'],
  ['vm', 'sketch line 1: vm'],
])('names the line that it does not understand: %j', (sketch, said) => {
  expect(() => sketchDesign(sketch)).toThrow(new SyntaxError(said));
});

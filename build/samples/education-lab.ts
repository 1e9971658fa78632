import type { Design } from '../../shared/model/design.ts';
import { startDraft } from './draft.ts';

/** Five Ubuntu machines behind one address of this computer: DHCP with a reservation each, and forwards to web and SSH. */
export function educationLab(): Design {
  const lab = startDraft({
    id: '0c5d1b1e-8a43-4f0e-9d2e-6b1f7a5c3d21',
    name: 'Education lab',
    description:
      'Five Ubuntu machines share one address of this computer: web on ports 8081 to 8085, SSH on 2201 to 2205.',
  });
  lab.device('nat1', { kind: 'router', engine: 'nat' }, { x: 420, y: 0 });
  lab.device('sw1', { kind: 'switch', vlanAware: false }, { x: 440, y: 120 });
  lab.cable(lab.port('nat1', 'lan', { addresses: ['10.50.10.1/24'] }), lab.port('sw1', 'p1'));
  lab.tables.subnets['lab'] = {
    prefix: '10.50.10.0/24',
    name: 'lab',
    switch: 'sw1',
    gateway: '10.50.10.1',
    dhcpServer: 'nat1',
    dhcpPools: ['10.50.10.100-10.50.10.199'],
    dnsServers: ['10.50.10.1'],
  };
  lab.tables.nat['nat1.masquerade'] = { device: 'nat1', kind: 'masquerade' };
  for (const [index, services] of machines.entries()) {
    const number = index + 1;
    const vm = lab.device(
      `edu-vm${number}`,
      { kind: 'vm', os: 'ubuntu-22.04', cpus: 2, memoryMiB: 2048 },
      { x: index * 220, y: 260 },
    );
    const eth0 = lab.port(vm, 'eth0', { mac: `08:00:27:10:0b:0${number}`, dhcp: true });
    lab.cable(eth0, lab.port('sw1', `p${number + 1}`));
    const address = `10.50.10.${10 + number}`;
    lab.tables.reservations[`${vm}.address`] = { subnet: 'lab', interface: eth0, address };
    for (const [name, protocol, port] of [
      ['ssh', 'tcp', 22] as const,
      ['http', 'tcp', 80] as const,
      ...services,
    ]) {
      lab.tables.services[`${vm}.${name}`] = { device: vm, name, protocol, port };
    }
    for (const [name, listenPort, insidePort] of [
      ['web', 8080 + number, 80],
      ['ssh', 2200 + number, 22],
    ] as const) {
      lab.tables.nat[`${vm}.${name}`] = {
        device: 'nat1',
        kind: 'port-forward',
        protocol: 'tcp',
        listenPort,
        insideAddress: address,
        insidePort,
      };
    }
  }
  return lab.tables;
}

const machines: readonly (readonly [name: string, protocol: 'tcp' | 'udp', port: number])[][] = [
  [['https', 'tcp', 443]],
  [['postgresql', 'tcp', 5432]],
  [['jupyter', 'tcp', 8888]],
  [['prometheus', 'tcp', 9090]],
  [['openvpn', 'udp', 1194]],
];

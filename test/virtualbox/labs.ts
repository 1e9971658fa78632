import type {
  Blueprint,
  BlueprintForward,
  BlueprintMachine,
  BlueprintPort,
} from '../../shared/blueprint/blueprint.ts';
import { mintMac } from '../../shared/ip/mac.ts';

export function port(name: string, rest: Partial<BlueprintPort> = {}): BlueprintPort {
  const dhcp = (rest.addresses ?? []).length === 0;
  return {
    interface: name,
    name,
    mac: mintMac(name),
    connected: true,
    addresses: [],
    dhcp,
    tags: [],
    ...rest,
  };
}

export function machine(
  device: string,
  ports: readonly BlueprintPort[],
  rest: Partial<BlueprintMachine> = {},
): BlueprintMachine {
  return { device, name: device, os: 'debian-12', cpus: 1, memoryMiB: 256, ports, ...rest };
}

export function forward(
  id: string,
  listenPort: number,
  insideAddress: string,
  rest: Partial<BlueprintForward> = {},
): BlueprintForward {
  return {
    id,
    rule: id,
    protocol: 'tcp',
    listenAddress: '127.0.0.1',
    listenPort,
    insideAddress,
    insidePort: 22,
    ...rest,
  };
}

/** Every way Netloom attaches a card, every kind of rule. */
export function richLab(rest: Partial<Blueprint> = {}): Blueprint {
  return {
    lab: { id: '3f0e7a52-9c11-4a5e-8b1d-0c5a7e6d2b41', name: 'Branch office' },
    machines: [
      machine(
        'web1',
        [
          port('web1-lan', { segment: 'core-v10' }),
          port('web1-out', { segment: 'wan', addresses: ['10.20.0.10/24'] }),
        ],
        {
          cpus: 2,
          memoryMiB: 512,
        },
      ),
      machine('db1', [
        port('db1-lan', { segment: 'core-v10', adapter: 'virtio', connected: false }),
        port('db1-spare', { adapter: 'Am79C973' }),
      ]),
      machine('solo', [port('solo-out', { segment: 'solo-link', adapter: '82545EM' })], { os: 'Other_64' }),
    ],
    segments: [{ id: 'core-v10' }, { id: 'wan', gateway: 'nat1' }, { id: 'solo-link', gateway: 'nat2' }],
    gateways: [
      {
        device: 'nat1',
        name: 'nat1',
        isolated: false,
        segments: ['wan'],
        insideAddress: '10.20.0.1/24',
        forwards: [
          forward('ssh', 22010, '10.20.0.10'),
          forward('dns', 22053, '10.20.0.10', { protocol: 'udp', listenAddress: '', insidePort: 53 }),
        ],
      },
      {
        device: 'nat2',
        name: 'nat2',
        isolated: true,
        segments: ['solo-link'],
        insideAddress: '10.30.0.2/24',
        forwards: [forward('solo-ssh', 22011, '')],
      },
    ],
    leftOut: [],
    elsewhere: [],
    ...rest,
  };
}

/** A lab with one machine of each name and nothing else. */
export function namedLab(id: string, labName: string, names: readonly string[]): Blueprint {
  return {
    lab: { id, name: labName },
    machines: names.map((name, index) =>
      machine(`m${index}`, [port(`m${index}-lan`, { segment: 'lan' })], { name }),
    ),
    segments: [{ id: 'lan' }],
    gateways: [],
    leftOut: [],
    elsewhere: [],
  };
}

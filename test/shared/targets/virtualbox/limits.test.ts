import { describe, expect, test } from 'vitest';
import type { Blueprint, BlueprintGateway } from '../../../../shared/blueprint/blueprint.ts';
import { fillTemplate } from '../../../../shared/messages/format.ts';
import { zhCNvirtualbox } from '../../../../shared/messages/locales/zh-CN.virtualbox.ts';
import { limits } from '../../../../shared/targets/virtualbox/limits.ts';
import { virtualboxWords } from '../../../../shared/targets/virtualbox/words.ts';
import { forward, machine, port, richLab } from '../../../virtualbox/labs.ts';

const short = (blueprint: Blueprint): string[] =>
  [...limits(blueprint)].map(({ code, at }) =>
    `${code.replace('target/virtualbox/', '')} ${at.table}/${at.row} ${at.field ?? ''}`.trim(),
  );

const lab = richLab();

function withGateway(change: Partial<BlueprintGateway>): Blueprint {
  return richLab({
    gateways: lab.gateways.map((one) => (one.device === 'nat1' ? { ...one, ...change } : one)),
  });
}

const withoutForwards: BlueprintGateway = {
  device: 'nat1',
  name: 'nat1',
  isolated: false,
  segments: ['wan'],
  insideAddress: '10.20.0.1/24',
  forwards: [],
};

const alone = (
  rest: Parameters<typeof machine>[2],
  ports: Parameters<typeof machine>[1] = [],
  gateways: readonly BlueprintGateway[] = [],
): Blueprint => richLab({ machines: [machine('m', ports, rest)], gateways, segments: [] });

describe('limits', () => {
  test('are silent about a lab that fits', () => {
    expect(short(lab)).toEqual([]);
  });

  test.each([
    ['memory', alone({ memoryMiB: 3 }), 'memory devices/m memoryMiB'],
    ['memory', alone({ memoryMiB: 2_097_153 }), 'memory devices/m memoryMiB'],
    ['memory', alone({ memoryMiB: 1.5 }), 'memory devices/m memoryMiB'],
    ['processors', alone({ cpus: 65 }), 'cpus devices/m cpus'],
    ['a name that looks like an option', alone({ name: '-m' }), 'name devices/m name'],
    ['a name with a newline', alone({ name: 'a\nb' }), 'name devices/m name'],
    ['a name that ends in a blank', alone({ name: 'a ' }), 'name devices/m name'],
    ['a long name', alone({ name: 'a'.repeat(63) }), 'name devices/m name'],
    [
      'nine cards',
      alone(
        {},
        Array.from({ length: 9 }, (_, index) => port(`p${index}`)),
      ),
      'too-many-cards devices/m',
    ],
    ['an unknown card', alone({}, [port('p', { adapter: 'rtl8139' })]), 'adapter interfaces/p adapter'],
    [
      'large packets behind a NAT',
      alone({}, [port('p', { mtu: 9000, segment: 'wan' })], [withoutForwards]),
      'jumbo-nat interfaces/p mtu',
    ],
    [
      'large packets on a card of AMD',
      alone({}, [port('p', { mtu: 1501, adapter: 'pcnet' })]),
      'jumbo-card interfaces/p mtu',
    ],
    [
      'an address where the NAT answers itself',
      alone({}, [port('p', { addresses: ['10.20.0.2/24'], segment: 'wan' })], [withoutForwards]),
      'nat-kept-address interfaces/p addresses.0',
    ],
    [
      'an address where the NAT of one machine answers itself',
      alone(
        {},
        [port('p', { addresses: ['10.0.2.3/24'], segment: 'own' })],
        [{ ...withoutForwards, isolated: true, segments: ['own'], insideAddress: undefined }],
      ),
      'nat-kept-address interfaces/p addresses.0',
    ],
    ['tags from a switch', alone({}, [port('p', { tags: [10, 20] })]), 'vlan-tags interfaces/p parent'],
    [
      'a NAT without an address',
      withGateway({ insideAddress: undefined, forwards: [] }),
      'nat-without-address devices/nat1',
    ],
    ['IPv6 only', withGateway({ insideAddress: 'fd00::1/64', forwards: [] }), 'nat-not-ipv4 devices/nat1'],
    [
      'a NAT that is not the first address',
      withGateway({ insideAddress: '10.20.0.254/24' }),
      'nat-address devices/nat1',
    ],
    [
      'a prefix too long',
      withGateway({ insideAddress: '10.20.0.9/30', forwards: [] }),
      'nat-prefix devices/nat1',
    ],
    ['two networks', withGateway({ segments: ['wan', 'core-v10'] }), 'nat-many-segments devices/nat1'],
    ['port 0', withGateway({ forwards: [forward('f', 0, '10.20.0.10')] }), 'forward-port nat/f listenPort'],
    [
      'a listen address',
      withGateway({ forwards: [forward('f', 80, '10.20.0.10', { listenAddress: '999.1.1.1' })] }),
      'forward-listen nat/f listenAddress',
    ],
    [
      'an address on a network without machines',
      withGateway({ segments: ['empty'], forwards: [forward('f', 80, '10.20.0.77')] }),
      'forward-nobody nat/f insideAddress',
    ],
    [
      'a rule for every port',
      withGateway({
        forwards: Array.from({ length: 300 }, (_, index) => forward(`f${index}`, 9000 + index, '10.20.0.10')),
      }),
      'too-many-forwards devices/nat1',
    ],
    [
      'an address outside',
      withGateway({ forwards: [forward('f', 80, '10.21.0.5')] }),
      'forward-outside nat/f insideAddress',
    ],
    ['no address', withGateway({ forwards: [forward('f', 80, '')] }), 'forward-outside nat/f insideAddress'],
    [
      'a broadcast address',
      withGateway({ forwards: [forward('f', 80, '10.20.0.255')] }),
      'forward-outside nat/f insideAddress',
    ],
  ])('%s', (_name, blueprint, expected) => {
    expect(short(blueprint)).toEqual([expected]);
  });

  test('large packets pass on an internal network with the usual cards', () => {
    const jumbo = ['82540EM', 'virtio', undefined].map((adapter, index) =>
      port(`p${index}`, { mtu: 9000, segment: 'core-v10', adapter }),
    );
    expect(short(alone({}, jumbo))).toEqual([]);
  });

  test('an isolated NAT that two machines share, and a second NAT on a network', () => {
    const shared = richLab({
      machines: ['a', 'b'].map((name) => machine(name, [port(`${name}-p`, { segment: 'solo-link' })])),
    });
    expect(short(shared)).toContain('isolated-shared devices/nat2');
    const twice = richLab({ gateways: lab.gateways.map((one) => ({ ...one, segments: ['wan'] })) });
    expect(short(twice)).toContain('two-gateways devices/nat2');
  });

  test('machines of one name in any case', () => {
    const twice = richLab({
      machines: [machine('a', [], { name: 'Web' }), machine('b', [], { name: 'web' })],
      gateways: [],
    });
    expect(short(twice)).toEqual(['name-twice devices/b name']);
  });
});

describe('words', () => {
  const holes = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();

  test('exist in Chinese for every English one, with the same values', () => {
    expect(Object.keys(zhCNvirtualbox).sort()).toEqual(Object.keys(virtualboxWords).sort());
    for (const [id, text] of Object.entries(virtualboxWords)) {
      expect([...new Set(holes(zhCNvirtualbox[id] ?? ''))], id).toEqual([...new Set(holes(text))]);
    }
  });

  test('are filled by what limits say', () => {
    const everything = [
      alone(
        { memoryMiB: 3, cpus: 0, name: '' },
        Array.from({ length: 9 }, (_, index) => port(`p${index}`, { adapter: 'x', mac: '', tags: [1] })),
      ),
      withGateway({
        insideAddress: '10.20.0.2/24',
        segments: ['wan', 'x'],
        forwards: [forward('f', 0, '', { listenAddress: 'x' })],
      }),
    ].flatMap((blueprint) => [...limits(blueprint)]);
    for (const { message } of everything) {
      const template = virtualboxWords[message.id];
      expect(template, message.id).toBeDefined();
      expect(fillTemplate(template ?? '', message.values, 'en')).not.toMatch(/[{}]/);
    }
  });
});

test('machines that are not built although no other platform is named for their host are told at the host', () => {
  const elsewhere = [
    { host: 'h', name: 'h', why: 'no-platform', machines: 2 },
    { host: 'i', name: 'i', why: 'one-of-several', machines: 1 },
    { host: 'j', name: 'j', why: 'no-host', machines: 1 },
  ] as const;
  const told = [...limits(richLab({ elsewhere }))].map(({ severity, code, at, message: { values } }) => [
    severity,
    code.replace('target/virtualbox/', ''),
    `${at.row} ${at.field}`,
    values['count'],
  ]);
  expect(told).toEqual([
    ['hint', 'left-out', 'h platform', 2],
    ['hint', 'left-out-several', 'i platform', 1],
    ['hint', 'left-out-no-host', 'j platform', 1],
  ]);
});

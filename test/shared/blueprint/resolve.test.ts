import { describe, expect, it } from 'vitest';
import { resolveBlueprint } from '../../../shared/blueprint/resolve.ts';
import { sketchDesign, sketchLabId } from '../../../shared/file/sketch.ts';
import { platforms } from '../../../shared/kinds/platforms.ts';
import { mintMac } from '../../../shared/ip/mac.ts';

const blueprint = (lab: string) => resolveBlueprint(sketchDesign(lab));
const macsOf = (lab: string): string[] =>
  blueprint(lab).machines.flatMap(({ ports }) => ports.map(({ mac }) => mac));

it('fills in every default', () => {
  expect(blueprint('vm web')).toEqual({
    lab: { id: sketchLabId, name: 'sketch' },
    machines: [
      {
        device: 'web',
        name: 'web',
        os: undefined,
        cpus: 1,
        memoryMiB: 1024,
        ports: [
          {
            interface: 'web.eth0',
            name: 'eth0',
            mac: mintMac(`${sketchLabId} web.eth0`),
            adapter: undefined,
            connected: true,
            segment: undefined,
            addresses: [],
            dhcp: true,
            tags: [],
          },
        ],
      },
    ],
    segments: [],
    gateways: [],
    leftOut: [],
    elsewhere: [],
  });
});

describe('the MAC of a card', () => {
  it('is the one given, in one form', () => {
    expect(macsOf('vm a mac=08-00-27-aa-bb-cc')).toEqual(['080027AABBCC']);
  });

  it('is minted where none is given or the given one is no MAC, and stays the same under edits elsewhere', () => {
    const alone = macsOf('vm m');
    expect([macsOf('vm a\nvm m mac=zz\nvm z')[1], alone[0]?.slice(0, 6)]).toEqual([alone[0], '080027']);
  });

  it('is never one that another card of the lab has', () => {
    const minted = mintMac(`${sketchLabId} b.eth0`);
    const [given, other] = macsOf(`vm a mac=${minted}\nvm b`);
    expect([given, other === minted]).toEqual([minted, false]);
  });

  it('is unique among thousands, where chance alone would give some twice', () => {
    const macs = macsOf(Array.from({ length: 12_000 }, (_, index) => `vm v${index}`).join('\n'));
    expect(new Set(macs).size).toBe(12_000);
  });
});

describe('a machine', () => {
  it('has its cards in order of id, each with its wire; a sub-interface is no card', () => {
    const lab =
      'switch s\nrouter r\nport r.v10 parent=r.eth0 tag=10\nport r.eth1 192.0.2.1/24 nonsense adapter=virtio connected=false\nr.eth0 -- s mode=trunk allowedVlans=10\nr.eth1 -- s vlan=20';
    expect(
      blueprint(lab).machines[0]?.ports.map(
        ({ interface: id, segment, addresses, tags, connected, adapter }) => ({
          id,
          segment,
          addresses,
          tags,
          connected,
          adapter,
        }),
      ),
    ).toEqual([
      { id: 'r.eth0', segment: 'r.eth0', addresses: [], tags: [10], connected: true, adapter: undefined },
      {
        id: 'r.eth1',
        segment: 's-v20',
        addresses: ['192.0.2.1/24'],
        tags: [],
        connected: false,
        adapter: 'virtio',
      },
    ]);
  });

  it('needs no tags carried where the switch knows no VLANs', () => {
    const lab = 'switch s vlanAware=false\nrouter r\nport r.v10 parent=r.eth0 tag=10\nr -- s';
    expect(blueprint(lab).machines[0]?.ports.map(({ segment, tags }) => [segment, tags])).toEqual([
      ['s-untagged', []],
    ]);
  });
});

describe('a NAT service', () => {
  it('is a gateway, not a machine, with the forwards of its rules; a range is one forward for each port', () => {
    const lab = `
      switch s
      vm a 10.0.10.5/24
      router n 10.0.10.1/24 engine=nat
      n -- s
      a -- s
      nat n tcp 127.0.0.1:2222 -> 10.0.10.5:22
      nat n udp 9000-9002 -> 10.0.10.5:80-82
      nat n tcp 9000-9001 -> 10.0.10.5:80
      nat n tcp 70000 -> 10.0.10.5:80`;
    const { machines, gateways, segments } = blueprint(lab);
    const forward = (
      id: string,
      protocol: string,
      listenAddress: string,
      listenPort: number,
      insidePort: number,
    ) => ({
      id,
      rule: id.replace(/-\d+$/, ''),
      protocol,
      listenAddress,
      listenPort,
      insideAddress: '10.0.10.5',
      insidePort,
    });
    expect([machines.map(({ device }) => device), gateways, segments]).toEqual([
      ['a'],
      [
        {
          device: 'n',
          name: 'n',
          isolated: false,
          segments: ['s-v1'],
          insideAddress: '10.0.10.1/24',
          forwards: [
            forward('fwd1', 'tcp', '127.0.0.1', 2222, 22),
            forward('fwd2-1', 'udp', '', 9000, 80),
            forward('fwd2-2', 'udp', '', 9001, 81),
            forward('fwd2-3', 'udp', '', 9002, 82),
            forward('fwd3-1', 'tcp', '', 9000, 80),
            forward('fwd3-2', 'tcp', '', 9001, 80),
          ],
        },
      ],
      [{ id: 's-v1', gateway: 'n', outside: undefined }],
    ]);
  });

  it('that is isolated has a segment for each machine cabled to it', () => {
    const { gateways } = blueprint('router n engine=nat isolated=true\nvm a\nvm b\na -- n\nb -- n');
    expect(gateways).toEqual([
      {
        device: 'n',
        name: 'n',
        isolated: true,
        segments: ['a.eth0', 'b.eth0'],
        insideAddress: undefined,
        forwards: [],
      },
    ]);
  });

  it('may have an outside interface that shares the address of the host: no wire of its own', () => {
    const { gateways, segments } = blueprint(
      'host h\nrouter n 10.0.10.1/24 engine=nat\nport n.out shares=h.eth0\nvm a\na -- n',
    );
    expect([gateways.map((one) => one.segments), segments]).toEqual([
      [['a.eth0']],
      [{ id: 'a.eth0', gateway: 'n', outside: undefined }],
    ]);
  });
});

describe('what is not made here', () => {
  it('is left out with the reason', () => {
    const design = sketchDesign(
      'host h platform=virtualbox\nhost k\nvm a on=h\nvm b on=k\nvm c\nrouter n engine=nat on=k\nswitch s on=h\nswitch t physical=true\nswitch u on=k\ninternet i',
    );
    const devices = { ...design.devices, x: { kind: 'coffee-machine', name: 'x' } };
    const { machines, gateways, leftOut } = resolveBlueprint({ ...design, devices });
    expect([
      machines.map(({ device }) => device),
      gateways,
      Object.fromEntries(leftOut.map(({ device, reason }) => [device, reason])),
    ]).toEqual([
      ['a'],
      [],
      {
        b: 'other-host',
        c: 'no-host',
        h: 'host',
        i: 'internet',
        k: 'host',
        n: 'other-host',
        t: 'physical',
        u: 'other-host',
        x: 'unknown-kind',
      },
    ]);
  });

  it('does not depend on a drawn host when two of them run VirtualBox: then it is this computer', () => {
    const { machines } = blueprint(
      'host h platform=virtualbox\nhost k platform=virtualbox\nvm a on=h\nvm b on=k\nvm c',
    );
    expect(machines.map(({ device }) => device)).toEqual(['c']);
  });
});

describe('this computer', () => {
  const built = (lab: string) => {
    const { machines, elsewhere } = blueprint(lab);
    return [machines.map(({ device }) => device), elsewhere];
  };

  it.each(platforms.map(({ id, label }) => [label, id === 'virtualbox' ? ['a'] : []]))(
    'builds what runs on a host with the platform %s as offered: %s',
    (label, machines) => {
      const design = sketchDesign('host h\nvm a on=h');
      const devices = { ...design.devices, h: { kind: 'host', name: 'h', platform: label } };
      expect(resolveBlueprint({ ...design, devices }).machines.map(({ device }) => device)).toEqual(machines);
    },
  );

  it('is the only drawn host where that has no platform, and what is on no host is on it too', () => {
    expect(built('host h\nvm a on=h\nvm b')).toEqual([['a', 'b'], []]);
  });

  it('is none of several hosts without a platform: what is on them is said', () => {
    expect(
      built('host h\nhost k platform=kvm\nvm a on=h\nrouter r on=h\nswitch s on=h\nvm b on=k\nvm c'),
    ).toEqual([['c'], [{ host: 'h', name: 'h', why: 'no-platform', machines: 2 }]]);
  });

  it('is the only host with VirtualBox: what is on no host is left out, and said', () => {
    expect(built('host h platform=virtualbox\nhost k platform=kvm\nvm a on=h\nvm b on=k\nvm c')).toEqual([
      ['a'],
      [{ host: 'h', name: 'h', why: 'no-host', machines: 1 }],
    ]);
  });

  it('is none of several hosts with VirtualBox', () => {
    expect(
      built('host h platform=virtualbox\nhost k platform=VirtualBox\nvm a on=h\nvm b on=k\nvm c'),
    ).toEqual([
      ['c'],
      [
        { host: 'h', name: 'h', why: 'one-of-several', machines: 1 },
        { host: 'k', name: 'k', why: 'one-of-several', machines: 1 },
      ],
    ]);
  });
});

it('a wire that leads to a host, a switch of metal or the internet says so', () => {
  const lab =
    'switch s\nswitch m physical=true\nhost h\nvm a\nvm b\nvm c\na -- s\nh -- s\nb -- m\nc -- m vlan=20';
  expect(blueprint(lab).segments).toEqual([
    { id: 'm-v1', gateway: undefined, outside: 'm' },
    { id: 'm-v20', gateway: undefined, outside: 'm' },
    { id: 's-v1', gateway: undefined, outside: 'h' },
  ]);
});

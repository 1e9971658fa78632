import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { formatCidr } from '../../../shared/ip/address.ts';
import { createLabOf, type Topology } from '../../../shared/model/topology.ts';
import { createDerive, derive } from '../../../shared/network/derive.ts';

/** Subnets of each segment, by its id; the subnets as they are written. */
function subnets(lab: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    derive(sketchDesign(lab)).segments.map((segment) => [
      segment.id,
      segment.subnets.map(({ row }) => row.prefix),
    ]),
  );
}

function hostPorts(lab: string): unknown[] {
  return derive(sketchDesign(lab)).hostPorts.map(({ host, protocol, listenAddress, ports }) => [
    host,
    protocol,
    listenAddress,
    ports.first,
    ports.last,
  ]);
}

describe('a subnet belongs', () => {
  it('without a VLAN, to each segment that holds an address of it', () => {
    expect(
      subnets('vm a 192.0.2.1/24\nvm b 198.51.100.1/24\nvm c 192.0.2.9/24\nsubnet 192.0.2.0/24'),
    ).toEqual({
      'a.eth0': ['192.0.2.0/24'],
      'b.eth0': [],
      'c.eth0': ['192.0.2.0/24'],
    });
  });

  it('with a VLAN, to the segments of that VLAN, whatever addresses they hold', () => {
    expect(
      subnets(
        'switch s\nvm a 198.51.100.1/24\nvm b 192.0.2.2/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 192.0.2.0/24 vlan=10',
      ),
    ).toEqual({
      's-v10': ['192.0.2.0/24'],
      's-v20': [],
    });
  });

  it('with a VLAN and a switch, to that VLAN of that switch: the same VLAN elsewhere is another network', () => {
    const lab =
      'switch s\nswitch t\nvm a 192.0.2.1/24\nvm b 198.51.100.1/24\na -- s vlan=10\nb -- t vlan=10\nsubnet 192.0.2.0/24 vlan=10 switch=s\nsubnet 198.51.100.0/24 vlan=10 switch=t';
    expect(subnets(lab)).toEqual({ 's-v10': ['192.0.2.0/24'], 't-v10': ['198.51.100.0/24'] });
  });

  it('with a switch alone, to its one segment', () => {
    expect(subnets('switch s\nvm a 198.51.100.1/24\na -- s\nsubnet 192.0.2.0/24 switch=s')).toEqual({
      's-v1': ['192.0.2.0/24'],
    });
  });

  it('with a switch alone that carries several VLANs, to those that hold an address of it', () => {
    const lab =
      'switch s\nvm a 192.0.2.1/24\nvm b 198.51.100.1/24\na -- s\nb -- s vlan=20\nsubnet 192.0.2.0/24 switch=s';
    expect(subnets(lab)).toEqual({ 's-v1': ['192.0.2.0/24'], 's-v20': [] });
  });

  it('nowhere, when its prefix is malformed', () => {
    expect(subnets('vm a 192.0.2.1/24\nsubnet 192.0.2.0\nsubnet 192.0.2.0/33')).toEqual({ 'a.eth0': [] });
  });
});

it('addresses that do not parse take no part; the others keep their place in the row', () => {
  const network = derive(sketchDesign('vm a 192.0.2.300/24 192.0.2.1 192.0.2.1/24 2001:db8::1/64'));
  expect(network.segments[0]?.addresses.map(({ index, cidr }) => [index, formatCidr(cidr)])).toEqual([
    [2, '192.0.2.1/24'],
    [3, '2001:db8::1/64'],
  ]);
});

it('an address that two interfaces hold has two owners, wherever they are', () => {
  const network = derive(sketchDesign('vm a 2001:db8::1/64\nvm b 2001:DB8:0:0::1/64'));
  expect([...network.owners.values()].map((held) => held.map(({ device }) => device))).toEqual([['a', 'b']]);
});

describe('a port of a host', () => {
  it('is taken by a forward of a NAT service on that host; no host is this computer', () => {
    const lab = `
      host h
      router n engine=nat on=h
      router m engine=nat
      router r
      nat n tcp 8080 -> 192.0.2.5:80
      nat m udp 127.0.0.1:5000-5002 -> 192.0.2.5:5000-5002
      nat r tcp 8080 -> 192.0.2.5:80`;
    expect(hostPorts(lab)).toEqual([
      ['h', 'tcp', undefined, 8080, 8080],
      [undefined, 'udp', '127.0.0.1', 5000, 5002],
      ['device/r', 'tcp', undefined, 8080, 8080],
    ]);
  });

  it('is taken on every address when the rule says 0.0.0.0', () => {
    expect(hostPorts('router n engine=nat\nnat n tcp 0.0.0.0:80 -> 192.0.2.5:80')).toEqual([
      [undefined, 'tcp', undefined, 80, 80],
    ]);
  });

  it('is not taken by a rule whose port is no port, or whose device is gone', () => {
    const design = sketchDesign('router n engine=nat\nnat n tcp http -> 192.0.2.5:80');
    const nat = {
      ...design.nat,
      lost: { device: 'gone', kind: 'port-forward', listenPort: 80 } as const,
      plain: { device: 'n', kind: 'masquerade' } as const,
    };
    expect(derive({ ...design, nat }).hostPorts).toEqual([]);
  });
});

it('moving a node computes nothing again', () => {
  const labOf = createLabOf();
  const deriveOnce = createDerive();
  const design = sketchDesign('vm a 192.0.2.1/24\nvm b 192.0.2.2/24\na -- b');
  const first = deriveOnce(labOf(design));
  const moved = { ...design, positions: { a: { x: 10, y: 20 } } };
  const renamed: Topology = { ...design, devices: { ...design.devices, a: { kind: 'vm', name: 'c' } } };
  expect([deriveOnce(labOf(moved)) === first, deriveOnce(labOf(renamed)) === first]).toEqual([true, false]);
});

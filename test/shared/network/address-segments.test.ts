import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { applyChange } from '../../../shared/model/change.ts';
import type { Design } from '../../../shared/model/design.ts';
import { addressSegments } from '../../../shared/network/address-segments.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';
import { after } from '../model/edit/lab.ts';

const analyse = createAnalyser();

function addressed(lab: Design) {
  const { network } = analyse(lab);
  return addressSegments(lab, { network, segments: network.segments });
}

/** The addresses and subnets that a lab has after all its segments were addressed, and what the rules say of it then. */
function all(sketch: string, more: Partial<Design> = {}) {
  const lab: Design = { ...sketchDesign(sketch), ...more };
  const result = addressed(lab);
  if (!result.ok) throw new Error(`refused: ${result.problem.id}`);
  const now = applyChange(lab, result.value);
  const addresses = Object.entries(result.value.interfaces ?? {}).map(
    ([id, row]) => `${id} ${row.after?.addresses?.join(' ')}`,
  );
  const said = analyse(now).diagnostics.map(({ code }) => code);
  return {
    addresses: addresses.sort(),
    subnets: Object.values(result.value.subnets ?? {}).map((row) => row.after),
    said: said.filter((code) => !code.startsWith('target/')),
  };
}

function refusal(sketch: string) {
  const result = addressed(sketchDesign(sketch));
  return result.ok ? undefined : result.problem;
}

describe('addressing a segment', () => {
  it('gives its interfaces the next free addresses of its subnet, in the order people count', () => {
    expect(
      all(
        'switch s\nvm web10\nvm web2\nvm db 10.0.0.2/24\nweb10 -- s\nweb2 -- s\ndb -- s\nsubnet 10.0.0.0/24 switch=s gateway=10.0.0.1\nrouter r 10.0.0.1/24\nr -- s',
      ),
    ).toEqual({ addresses: ['web10.eth0 10.0.0.4/24', 'web2.eth0 10.0.0.3/24'], subnets: [], said: [] });
  });

  it('goes on in the prefix of the addresses that are there where it has no subnet', () => {
    expect(all('switch s\nvm a 2001:db8::1/64\nvm b 192.168.5.9/28\nvm c\na -- s\nb -- s\nc -- s')).toEqual({
      addresses: ['a.eth0 2001:db8::1/64 192.168.5.1/28', 'c.eth0 192.168.5.2/28'],
      subnets: [],
      said: [],
    });
  });

  it('else proposes a prefix in which nothing lies, and says of which switch and VLAN it is', () => {
    expect(
      all(
        'switch s\nswitch t\nvm a\nvm b\nvm c\nvm d\nvm e\nrouter x 10.0.11.7/24\na -- s vlan=10\nb -- s vlan=10\nc -- t\nd -- e\nsubnet 10.0.12.0/23',
      ),
    ).toEqual({
      addresses: [
        'a.eth0 10.0.14.1/24',
        'b.eth0 10.0.14.2/24',
        'c.eth0 10.0.15.1/24',
        'd.eth0 10.0.10.1/24',
        'e.eth0 10.0.10.2/24',
      ],
      subnets: [
        { prefix: '10.0.10.0/24' },
        { prefix: '10.0.14.0/24', switch: 's', vlan: 10 },
        { prefix: '10.0.15.0/24', switch: 't' },
      ],
      said: [],
    });
  });

  it('names no switch where the segment runs over several', () => {
    expect(all('switch s\nswitch t\nvm a\nvm b\na -- s\nb -- t\ns -- t').subnets).toEqual([
      { prefix: '10.0.10.0/24' },
    ]);
  });

  it('makes a NAT service the gateway and leaves the address that VirtualBox keeps beside it', () => {
    expect(all('switch s\nrouter nat engine=nat\nvm a\nvm b\na -- s\nb -- s\nnat -- s')).toEqual({
      addresses: ['a.eth0 10.0.10.3/24', 'b.eth0 10.0.10.4/24', 'nat.eth0 10.0.10.1/24'],
      subnets: [{ prefix: '10.0.10.0/24', switch: 's', gateway: '10.0.10.1' }],
      said: [],
    });
    expect(
      all('switch s\nrouter nat engine=nat\nvm a\na -- s\nnat -- s\nsubnet 10.7.0.0/24 switch=s'),
    ).toEqual({
      addresses: ['a.eth0 10.7.0.3/24', 'nat.eth0 10.7.0.1/24'],
      subnets: [{ prefix: '10.7.0.0/24', switch: 's', gateway: '10.7.0.1' }],
      said: [],
    });
  });

  it('gives a router the gateway that is named and that nobody has', () => {
    const lab = (gateway: string) =>
      `switch s\nvm a\nrouter r\nrouter q\nr -- s\nq -- s\na -- s\nsubnet 10.0.0.0/24 switch=s gateway=${gateway}`;
    expect(all(lab('10.0.0.254'))).toEqual({
      addresses: ['a.eth0 10.0.0.2/24', 'q.eth0 10.0.0.254/24', 'r.eth0 10.0.0.1/24'],
      subnets: [],
      said: [],
    });
    expect(all(`${lab('10.0.0.9')}\nvm g 10.0.0.9/24\ng -- s`).addresses).toEqual([
      'a.eth0 10.0.0.3/24',
      'q.eth0 10.0.0.1/24',
      'r.eth0 10.0.0.2/24',
    ]);
  });

  it('gives no address twice where two segments share a subnet, or a router joins them', () => {
    expect(
      all(
        'switch s\nswitch t\nvm a\nvm b\nvm c\nvm d\na -- s vlan=7\nb -- s vlan=7\nc -- t vlan=7\nd -- t vlan=7\nsubnet 10.0.0.0/24 vlan=7',
      ).addresses,
    ).toEqual(['a.eth0 10.0.0.1/24', 'b.eth0 10.0.0.2/24', 'c.eth0 10.0.0.3/24', 'd.eth0 10.0.0.4/24']);
    expect(
      all(
        'switch s\nswitch t\nrouter r 10.0.0.1/24\nport r.eth1 10.0.0.2/24\nvm a\nvm b\nr -- s\nr.eth1 -- t\na -- s\nb -- t',
      ).addresses,
    ).toEqual(['a.eth0 10.0.0.3/24', 'b.eth0 10.0.0.4/24']);
  });

  it('repeats the addresses of another network with the same prefix, which no router joins with this one', () => {
    expect(
      all(
        'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b\nvm c\na -- s\nb -- s\nc -- t\nsubnet 10.0.0.0/24 switch=s\nsubnet 10.0.0.0/24 switch=t',
      ).addresses,
    ).toEqual(['b.eth0 10.0.0.2/24', 'c.eth0 10.0.0.1/24']);
  });

  it('leaves out what DHCP hands out or keeps, what several routers share, and what nobody has cabled yet', () => {
    expect(
      all(
        'switch s\nrouter r 10.0.0.1/24\nvm a\nvm b\nvm c\nvm d dhcp=true\nvm x 10.0.0.2/24\nr -- s\na -- s\nb -- s\nc -- s\nd -- s\nsubnet 10.0.0.0/24 switch=s gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.6-10.0.0.99\nreserve net1 10.0.0.3 interface=d.eth0',
        { virtualAddresses: { vip: { address: '10.0.0.4', protocol: 'vrrp', members: ['r.eth0'] } } },
      ).addresses,
    ).toEqual(['a.eth0 10.0.0.5/24', 'b.eth0 10.0.0.100/24', 'c.eth0 10.0.0.101/24']);
  });

  it('goes on above what is there on a wire that leads outside, and takes no gateway there', () => {
    expect(
      all(
        'switch s\nhost h 192.168.1.20/24\nrouter r\nvm a\nh -- s\nr -- s\na -- s\nsubnet 192.168.1.0/24 gateway=192.168.1.1',
      ).addresses,
    ).toEqual(['a.eth0 192.168.1.22/24', 'r.eth0 192.168.1.21/24']);
  });

  it('gives the upper half of a NAT network where machines ask VirtualBox for an address', () => {
    const lab = 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a\nn -- s\na -- s';
    expect([all(lab).addresses, all(`${lab}\nvm b dhcp=true\nb -- s`).addresses]).toEqual([
      ['a.eth0 10.0.0.3/24'],
      ['a.eth0 10.0.0.128/24'],
    ]);
  });

  it('names the only router of a new subnet as its gateway', () => {
    const lab = 'switch s\nvm a\nrouter r\nr -- s\na -- s';
    expect(all(lab).subnets).toEqual([{ prefix: '10.0.10.0/24', switch: 's', gateway: '10.0.10.1' }]);
    expect(all(`${lab}\nrouter q\nq -- s`).subnets).toEqual([{ prefix: '10.0.10.0/24', switch: 's' }]);
  });

  it('passes over what asks a DHCP server, only carries VLANs, is the internet, is not cabled or cannot be read', () => {
    expect(
      all(
        'switch s\ninternet i\ni -- s vlan=20\nvm a dhcp=true\na -- s vlan=20\nrouter r\nport r.v10 parent=r.eth0 tag=10\nr -- s mode=trunk nativeVlan=1\nvm b\nb -- s vlan=10\nvm c\nvm d 10.0.0.300/24\nd -- s vlan=20\nrouter n engine=nat isolated=true\nvm e\ne -- n',
      ),
    ).toEqual({
      addresses: ['b.eth0 10.0.10.2/24', 'r.v10 10.0.10.1/24'],
      subnets: [{ prefix: '10.0.10.0/24', switch: 's', vlan: 10, gateway: '10.0.10.1' }],
      said: ['address-well-formed'],
    });
  });

  it('gives what there is, and is refused only where nothing is left', () => {
    const lab = 'switch s\nvm a 10.0.0.1/30\nvm b\nvm c\na -- s\nb -- s\nc -- s';
    expect(all(lab).addresses).toEqual(['b.eth0 10.0.0.2/30']);
    expect(refusal(`${lab}\nvm d 10.0.0.2/30\nd -- s`)).toEqual({
      id: 'edit/no-address-left',
      values: { prefix: '10.0.0.0/30', count: 2, segment: 's' },
    });
  });

  it('says so where there is nothing to give', () => {
    expect([
      refusal('switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s\nb -- s vlan=20'),
      refusal('vm a'),
      refusal('vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b'),
    ]).toEqual([
      { id: 'edit/all-addressed', values: { segment: 's, s VLAN 20' } },
      { id: 'edit/all-addressed', values: { segment: 'a eth0' } },
      { id: 'edit/all-addressed', values: { segment: 'a eth0' } },
    ]);
  });

  it('gives every interface of a large segment an address of its own', () => {
    const names = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const sketch = names.map((name) => `vm ${name}\n${name} -- s`).join('\n');
    const lab = sketchDesign(`switch s\n${sketch}\nsubnet 10.4.0.0/16 switch=s`);
    const { network } = analyse(lab);
    const now = after(lab, addressSegments, { network, segments: network.segments });
    const addresses = Object.values(now.interfaces).flatMap((row) => row.addresses ?? []);
    expect([new Set(addresses).size, now.interfaces['v299.eth0']?.addresses]).toEqual([
      300,
      ['10.4.1.44/16'],
    ]);
  });

  it('gives no id of a subnet twice in a session', () => {
    const lab = sketchDesign('vm a\nvm b\na -- b');
    const { network } = analyse(lab);
    const taken = new Set(['subnet1']);
    const now = after(lab, addressSegments, { network, segments: network.segments, taken });
    expect(Object.keys(now.subnets)).toEqual(['subnet2']);
  });
});

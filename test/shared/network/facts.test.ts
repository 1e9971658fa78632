import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { formatAddress } from '../../../shared/ip/address.ts';
import { formatPool } from '../../../shared/ip/pool.ts';
import { derive } from '../../../shared/network/derive.ts';
import { dhcpClients, dhcpOn } from '../../../shared/network/dhcp.ts';

/** Segments that route to each other, as lists of segment ids. */
function domains(lab: string): string[][] {
  const groups = new Map<number, string[]>();
  for (const [segment, number] of derive(sketchDesign(lab)).domains)
    groups.set(number, [...(groups.get(number) ?? []), segment]);
  return [...groups.values()];
}

const two = 'switch s\nswitch t\nvm a 10.0.0.5/24\nvm b 10.0.1.5/24\na -- s\nb -- t\n';

describe('a routing domain', () => {
  it('is what a router joins, not what a machine with two cards touches', () => {
    const joined = `${two}router r 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nr.eth0 -- s\nr.eth1 -- t`;
    expect(domains(joined)).toEqual([['s-v1', 't-v1']]);
    expect(domains(joined.replace('router r', 'vm r'))).toEqual([['s-v1'], ['t-v1']]);
  });

  it('ends at a NAT and at a routing table of its own', () => {
    const joined =
      `${two}router r 10.0.0.1/24\nport r.eth1 10.0.1.1/24 NAT\nr.eth0 -- s\nr.eth1 -- t\nroute r 0.0.0.0/0 via=10.0.1.9`.replace(
        ' NAT',
        '',
      );
    const design = sketchDesign(joined);
    const masked = { ...design, nat: { m: { device: 'r', kind: 'masquerade' as const } } };
    const numbers = [...derive(masked).domains.values()];
    expect(new Set(numbers).size).toBe(2);
    expect(domains(joined.replace('port r.eth1 10.0.1.1/24', 'port r.eth1 10.0.1.1/24 vrf=blue'))).toEqual([
      ['s-v1'],
      ['t-v1'],
    ]);
  });
});

describe('DHCP', () => {
  const lab =
    'switch s\nvm a dhcp=true\nvm b 10.0.0.5/24\nvm d 10.0.0.2/24\na -- s\nb -- s\nd -- s\n' +
    'subnet 10.0.0.0/24 dhcpServer=d dhcpPools=10.0.0.100-10.0.0.199,10.0.0.50\nreserve net1 10.0.0.60 interface=a.eth0';

  it('has pools and reservations as far as they can be read', () => {
    const [scope] = derive(sketchDesign(lab.replace('10.0.0.50', '10.0.0.300'))).scopes;
    expect(scope?.pools.map(formatPool)).toEqual(['10.0.0.100-10.0.0.199']);
    expect(scope?.reservations.map((one) => [formatAddress(one.address), one.interface])).toEqual([
      ['10.0.0.60', 'a.eth0'],
    ]);
  });

  it('is answered by a server on the segment, and by one that a relay passes on to', () => {
    const answers = (text: string) => {
      const topology = sketchDesign(text);
      const network = derive(topology);
      const segment = network.segmentOf.get('a.eth0');
      if (!segment) throw new Error('a is on no segment');
      return [
        dhcpClients(segment).map(({ id }) => id),
        dhcpOn(topology, network, segment).scopes.map((one) => one.server),
      ];
    };
    expect(answers(lab)).toEqual([['a.eth0'], ['d']]);
    const apart = lab.replace('d -- s', 'switch t\nd -- t\nrouter r 10.0.0.1/24\nr -- s');
    expect(answers(apart)).toEqual([['a.eth0'], []]);
    expect(answers(`${apart}\nrelay r r.eth0 10.0.0.2`)).toEqual([['a.eth0'], ['d']]);
  });
});

import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { formatAddress, formatCidr, parseAddress } from '../../../shared/ip/address.ts';
import { derive } from '../../../shared/network/derive.ts';
import { routeTo } from '../../../shared/network/routes.ts';

/** The routing table as `ip route` would print it; a route that is not active has a `!` before it. */
function table(lab: string, device: string): string[] {
  return derive(sketchDesign(lab))
    .routesOf(device)
    .map(({ destination, via, interface: out, metric, origin, active }) =>
      [
        `${active ? '' : '!'}${formatCidr(destination)}`,
        ...(via ? [`via ${formatAddress(via)}`] : []),
        `dev ${out ?? '-'}`,
        `metric ${metric}`,
        origin,
      ].join(' '),
    );
}

const office =
  'vm a 10.0.0.5/24\nrouter r 10.0.0.1/24\nswitch s\na -- s\nr -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1';

describe('the routes of a device', () => {
  it('of a machine without a default lead to the gateway of the subnet of its first address', () => {
    expect(table(office, 'a')).toEqual([
      '10.0.0.0/24 dev a.eth0 metric 0 connected',
      '0.0.0.0/0 via 10.0.0.1 dev a.eth0 metric 1 gateway',
    ]);
  });

  it('of a machine with both versions of IP lead to a gateway of each, whatever its routes say of the other', () => {
    const both = `${office.replace('10.0.0.5/24', '2001:db8::5/64 10.0.0.5/24')}\nsubnet 2001:db8::/64 gateway=2001:db8::1`;
    const defaults = (lab: string) => table(lab, 'a').filter((line) => /^!?(0\.0\.0\.0|::)\/0/.test(line));
    expect(defaults(both)).toEqual([
      '0.0.0.0/0 via 10.0.0.1 dev a.eth0 metric 1 gateway',
      '::/0 via 2001:db8::1 dev a.eth0 metric 1 gateway',
    ]);
    expect(defaults(`${both}\nroute a ::/0 via=2001:db8::9`)).toEqual([
      '::/0 via 2001:db8::9 dev a.eth0 metric 1 static',
      '0.0.0.0/0 via 10.0.0.1 dev a.eth0 metric 1 gateway',
    ]);
  });

  it('of a machine whose prefix is typed longer than the subnet still lead to its gateway', () => {
    const typed = office.replace('10.0.0.5/24', '10.0.0.200/25');
    expect(table(typed, 'a').at(-1)).toBe('!0.0.0.0/0 via 10.0.0.1 dev a.eth0 metric 1 gateway');
  });

  it('of a router never do', () => {
    expect(table(office, 'r')).toEqual(['10.0.0.0/24 dev r.eth0 metric 0 connected']);
  });

  it('are the most specific first, then by metric; a default of its own replaces the gateway', () => {
    const lab = `${office}\nroute a 0.0.0.0/0 via=10.0.0.9 metric=100\nroute a 0.0.0.0/0 via=10.0.0.8\nroute a 192.0.2.0/24 via=10.0.0.7`;
    expect(table(lab, 'a')).toEqual([
      '10.0.0.0/24 dev a.eth0 metric 0 connected',
      '192.0.2.0/24 via 10.0.0.7 dev a.eth0 metric 1 static',
      '0.0.0.0/0 via 10.0.0.8 dev a.eth0 metric 1 static',
      '0.0.0.0/0 via 10.0.0.9 dev a.eth0 metric 100 static',
    ]);
  });

  it('are inactive where no connected prefix holds the next hop, unless it is said to be on the link', () => {
    const far = `${office}\nroute a 192.0.2.0/24 via=198.51.100.1 interface=a.eth0`;
    expect(table(far, 'a')[1]).toBe('!192.0.2.0/24 via 198.51.100.1 dev a.eth0 metric 1 static');
    expect(table(`${far} onLink=true`, 'a')[1]).toBe(
      '192.0.2.0/24 via 198.51.100.1 dev a.eth0 metric 1 static',
    );
    expect(table(`${office}\nroute a 192.0.2.0/24 via=198.51.100.1`, 'a')[1]).toBe(
      '!192.0.2.0/24 via 198.51.100.1 dev - metric 1 static',
    );
  });

  it('go with the cable that is pulled out', () => {
    const lab = `${office.replace('vm a 10.0.0.5/24', 'vm a 10.0.0.5/24 connected=false')}\nroute a 192.0.2.0/24 via=10.0.0.7`;
    expect(table(lab, 'a')).toEqual([
      '!10.0.0.0/24 dev a.eth0 metric 0 connected',
      '!192.0.2.0/24 via 10.0.0.7 dev - metric 1 static',
      '!0.0.0.0/0 via 10.0.0.1 dev a.eth0 metric 1 gateway',
    ]);
  });

  it('let a static IPv6 route with a low metric beat the connected one', () => {
    const lab =
      'router r 2001:db8::1/64\nport r.eth1 2001:db8:1::1/64\nroute r 2001:db8::/64 via=2001:db8:1::2 metric=100';
    expect(table(lab, 'r')[0]).toBe('2001:db8::/64 via 2001:db8:1::2 dev r.eth1 metric 100 static');
  });

  it('answer with the longest active prefix', () => {
    const routes = derive(sketchDesign(`${office}\nroute a 10.0.0.128/25 via=192.0.2.1`)).routesOf('a');
    const to = parseAddress('10.0.0.200');
    expect(to && routeTo(routes, to)?.origin).toBe('connected');
  });
});

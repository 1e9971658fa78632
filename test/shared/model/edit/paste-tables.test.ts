import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../../shared/base/by-id.ts';
import { sameValue } from '../../../../shared/base/json.ts';
import { readDesign } from '../../../../shared/file/read.ts';
import { sketchDesign } from '../../../../shared/file/sketch.ts';
import { writeDesign } from '../../../../shared/file/write.ts';
import type { Design } from '../../../../shared/model/design.ts';
import { clipOf } from '../../../../shared/model/edit/clip.ts';
import { paste } from '../../../../shared/model/edit/paste.ts';
import { remove } from '../../../../shared/model/edit/remove.ts';
import { fieldTables } from '../../../../shared/model/fields.ts';
import { after, labOf, none } from './lab.ts';

/** Copies these devices by way of the clipboard's text. */
function copy(lab: Design, ...devices: string[]): Design {
  const clip = clipOf(lab, { devices: new Set(devices), notes: new Set() });
  const read = clip && readDesign(writeDesign(clip)).design;
  if (!read) throw new Error('nothing was copied');
  return read;
}

const belonging = fieldTables.filter(
  (table) => !['lab', 'devices', 'interfaces', 'links', 'vlans', 'positions', 'groups'].includes(table),
);

/** The rows of these tables that another design has not, or has otherwise, a line each. */
function different(before: Design, now: Design): string[] {
  return belonging.flatMap((table) => {
    const known: Readonly<Record<string, object>> = before[table];
    return Object.entries<object>(now[table])
      .filter(([id, row]) => !sameValue(rowOf(known, id), row))
      .map(([id, row]) => {
        const fields = Object.entries(row).map(([name, value]) => `${name}=${String(value)}`);
        return `${table} ${id} ${fields.sort().join(' ')}`;
      });
  });
}

const lab = sketchDesign(`
switch s
switch t
router r 10.0.0.1/24 mac=08:00:27:00:00:01
port r.eth1 10.0.1.1/24
vm a 10.0.0.5/24 mac=08:00:27:00:00:05
vm b
vm out 10.0.1.9/24
r -- s
r.eth1 -- t
a -- s
b -- s
out -- t
zone inner 80
subnet 10.0.0.0/24 switch=s gateway=10.0.0.1 zone=zone1 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199 dnsServers=10.0.0.5,9.9.9.9 dhcpOptions=66=10.0.0.5
subnet 10.0.1.0/24 switch=t gateway=10.0.1.1
pool 198.51.100.0/28 devices=r,out

route a 0.0.0.0/0 via=10.0.0.1
route r 10.0.0.0/24 interface=r.eth0
route out 0.0.0.0/0 via=10.0.1.1
service a web protocol=tcp port=80 address=10.0.0.5
filter r 10 forward accept source=10.0.0.0/24 destination=10.0.1.0/24
filter r 20 in drop source=10.0.0.5 destination=10.0.0.128/25
bond r lag members=r.eth0,r.eth1 mode=static
relay r r.eth1 10.0.0.5
reserve net1 10.0.0.7 interface=b.eth0
reserve net1 10.0.0.5 mac=08:00:27:00:00:05
reserve net2 10.0.1.9 interface=out.eth0
tunnel vxlan a.eth0 r.eth0
tunnel gre a.eth0 out.eth0
shared 10.0.0.250/24 vrrp members=a.eth0,r.eth0
shared 10.0.0.251/24 vrrp members=a.eth0,out.eth0
qos a.eth0 voice match=10.0.0.0/25
expect a b reach
expect a 10.0.0.1 reach
expect a out deny
check no-mtu-mismatch off table=interfaces row=a.eth0 reason=lab
check no-mtu-mismatch off table=interfaces row=out.eth0 reason=lab
`);
const full: Design = {
  ...lab,
  nat: { 'r.source': { device: 'r', kind: 'source', outside: 'r.eth1', pool: 'pool1' } },
};
const net = ['s', 'r', 'a', 'b'];

describe('a copied network', () => {
  const now = after(full, paste, { clip: copy(full, ...net), taken: none });

  it('has rows of every table that belong to it, which name the copies and their addresses', () => {
    expect(different(full, now)).toEqual([
      'subnets subnet1 dhcpOptions=66=10.0.2.5 dhcpPools=10.0.2.100-10.0.2.199 dhcpServer=r-2 dnsServers=10.0.2.5,9.9.9.9 gateway=10.0.2.1 prefix=10.0.2.0/24 switch=s-2 zone=zone1',
      'bonds r-2.bond1 device=r-2 members=r-2.eth0,r-2.eth1 mode=static name=lag',
      'routes a-2.route1 destination=0.0.0.0/0 device=a-2 via=10.0.2.1',
      'routes r-2.route1 destination=10.0.2.0/24 device=r-2 interface=r-2.eth0',
      'nat r-2.source device=r-2 kind=source outside=r-2.eth1 pool=pool1',
      'publicPools pool1 addresses=198.51.100.0/28 devices=r,out,r-2',
      'reservations reservation1 address=10.0.2.7 interface=b-2.eth0 subnet=subnet1',
      'reservations reservation2 address=10.0.2.5 mac=08:00:27:a1:31:a2 subnet=subnet1',
      'relays r-2.relay1 device=r-2 interface=r-2.eth1 server=10.0.2.5',
      'virtualAddresses virtualaddress1 address=10.0.2.250/24 members=a-2.eth0,r-2.eth0 protocol=vrrp',
      'tunnels tunnel3 a=a-2.eth0 b=r-2.eth0 kind=vxlan',
      'firewall r-2.firewall1 action=accept destination=10.0.1.0/24 device=r-2 direction=forward order=10 source=10.0.2.0/24',
      'firewall r-2.firewall2 action=drop destination=10.0.2.128/25 device=r-2 direction=in order=20 source=10.0.2.5',
      'services a-2.service1 address=10.0.2.5 device=a-2 name=web port=80 protocol=tcp',
      'qos qos2 interface=a-2.eth0 match=10.0.2.0/25 name=voice',
      'expectations expectation1 expect=reach from=a-2 to=b-2',
      'expectations expectation2 expect=reach from=a-2 to=10.0.2.1',
      'checks check3 level=off reason=lab row=a-2.eth0 rule=no-mtu-mismatch table=interfaces',
    ]);
  });

  it('brings what it needs to another lab, and leaves out what names something else', () => {
    const there = after({ ...labOf('vm'), lab: { lab: { id: 'other', name: 'other' } } }, paste, {
      clip: copy(full, 'a', 'r', 'out'),
      taken: none,
    });
    expect(different(labOf('vm'), there)).toEqual([
      'bonds r.bond1 device=r members=r.eth0,r.eth1 mode=static name=lag',
      'routes a.route1 destination=0.0.0.0/0 device=a via=10.0.0.1',
      'routes r.route1 destination=10.0.0.0/24 device=r interface=r.eth0',
      'routes out.route1 destination=0.0.0.0/0 device=out via=10.0.1.1',
      'nat r.source device=r kind=source outside=r.eth1 pool=publicpool1',
      'publicPools publicpool1 addresses=198.51.100.0/28 devices=r,out',
      'relays r.relay1 device=r interface=r.eth1 server=10.0.0.5',
      'virtualAddresses virtualaddress1 address=10.0.0.250/24 members=a.eth0,r.eth0 protocol=vrrp',
      'virtualAddresses virtualaddress2 address=10.0.0.251/24 members=a.eth0,out.eth0 protocol=vrrp',
      'tunnels tunnel1 a=a.eth0 b=r.eth0 kind=vxlan',
      'tunnels tunnel2 a=a.eth0 b=out.eth0 kind=gre',
      'firewall r.firewall1 action=accept destination=10.0.1.0/24 device=r direction=forward order=10 source=10.0.0.0/24',
      'firewall r.firewall2 action=drop destination=10.0.0.128/25 device=r direction=in order=20 source=10.0.0.5',
      'services a.service1 address=10.0.0.5 device=a name=web port=80 protocol=tcp',
      'qos qos1 interface=a.eth0 match=10.0.0.0/25 name=voice',
      'expectations expectation1 expect=reach from=a to=10.0.0.1',
      'expectations expectation2 expect=deny from=a to=out',
      'checks check1 level=off reason=lab row=a.eth0 rule=no-mtu-mismatch table=interfaces',
      'checks check2 level=off reason=lab row=out.eth0 rule=no-mtu-mismatch table=interfaces',
    ]);
  });

  it('uses a zone of the same name, and a pool of the same addresses, that are there', () => {
    const other: Design = {
      ...labOf('vm'),
      lab: { lab: { id: 'other', name: 'other' } },
      zones: { mine: { name: 'inner', trust: 50 } },
      publicPools: { mine: { addresses: ['198.51.100.0/28'], devices: ['vm1'] } },
    };
    const there = after(other, paste, { clip: copy(full, ...net), taken: none });
    expect([there.zones, there.publicPools, there.subnets['subnet1']?.zone]).toEqual([
      other.zones,
      { mine: { addresses: ['198.51.100.0/28'], devices: ['vm1', 'r'] } },
      'mine',
    ]);
  });

  it('comes back as it was where it was cut', () => {
    const rows = net.map((row) => ({ table: 'devices' as const, row }));
    const cut = after(full, remove, { rows });
    const back = after(cut, paste, { clip: copy(full, ...net), taken: none });
    expect(different(full, back)).toEqual([
      'bonds r.bond1 device=r members=r.eth0,r.eth1 mode=static name=lag',
      'routes a.route1 destination=0.0.0.0/0 device=a via=10.0.0.1',
      'routes r.route1 destination=10.0.0.0/24 device=r interface=r.eth0',
      'publicPools pool1 addresses=198.51.100.0/28 devices=out,r',
      'reservations reservation1 address=10.0.0.7 interface=b.eth0 subnet=net1',
      'reservations reservation2 address=10.0.0.5 mac=08:00:27:4d:10:6f subnet=net1',
      'relays r.relay1 device=r interface=r.eth1 server=10.0.0.5',
      'virtualAddresses shared2 address=10.0.0.251/24 members=out.eth0 protocol=vrrp',
      'virtualAddresses virtualaddress1 address=10.0.0.250/24 members=a.eth0,r.eth0 protocol=vrrp',
      'firewall r.firewall1 action=accept destination=10.0.1.0/24 device=r direction=forward order=10 source=10.0.0.0/24',
      'firewall r.firewall2 action=drop destination=10.0.0.128/25 device=r direction=in order=20 source=10.0.0.5',
      'services a.service1 address=10.0.0.5 device=a name=web port=80 protocol=tcp',
      'expectations expectation1 expect=reach from=a to=b',
      'expectations expectation2 expect=reach from=a to=10.0.0.1',
    ]);
  });
});

describe('a copied machine', () => {
  it('gets a reservation of its own beside the original, and shares no address with it', () => {
    const now = after(full, paste, { clip: copy(full, 'b'), taken: none });
    expect(different(full, now)).toEqual([
      'reservations reservation1 address=10.0.0.8 interface=b-2.eth0 subnet=net1',
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDesign } from '../../../shared/file/read.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import type { Design } from '../../../shared/model/design.ts';
import { derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import { runRules } from '../../../shared/rules/run.ts';

const codes = (design: Design): string[] =>
  runRules(rules, { topology: design, network: derive(design), design }).map(({ code }) => code);

/** Three switches in a ring with a spanning tree, a router on a stick, a NAT service, DHCP by relay, a bond, jumbo storage. */
const office = `
host h platform=virtualbox
switch core stpMode=rstp stpPriority=4096
switch east stpMode=rstp stpPriority=8192
switch west stpMode=rstp
vlan 10 name=servers
vlan 20 name=office
vlan 30 name=storage
vlan 999 name=parked
core -- east mode=trunk nativeVlan=999 allowedVlans=10,20,999
core -- west mode=trunk nativeVlan=999 allowedVlans=10,20,999
east -- west mode=trunk nativeVlan=999 allowedVlans=10,20,999
router r
port r.v10 10.0.10.2/24 parent=r.eth0 tag=10
port r.v20 10.0.20.1/24 parent=r.eth0 tag=20
r -- core mode=trunk allowedVlans=10,20
route r 0.0.0.0/0 via=10.0.10.1
router nat 10.0.10.1/24 engine=nat on=h
nat -- core vlan=10
route nat 10.0.20.0/24 via=10.0.10.2
vm web 10.0.10.11/24 mac=08:00:27:00:00:11 on=h
port east.w edge=true bpduGuard=true
web -- east.w vlan=10
vm db 10.0.10.12/24 on=h
port db.st 10.0.30.12/24 mtu=9000
db.eth0 -- west vlan=10
db.st -- west vlan=30 mtu=9000
vm files mtu=9000 on=h
port files.eth1 mtu=9000
port files.bond0 10.0.30.13/24 mtu=9000
files.eth0 -- west vlan=30 mtu=9000
files.eth1 -- west vlan=30 mtu=9000
bond files bond0 members=files.eth0,files.eth1 interface=files.bond0 mode=active-backup
vm pc dhcp=true mac=08:00:27:00:00:21 on=h
pc -- west vlan=20
subnet 10.0.10.0/24 vlan=10 gateway=10.0.10.1
subnet 10.0.20.0/24 vlan=20 gateway=10.0.20.1 dhcpServer=db dhcpPools=10.0.20.100-10.0.20.199
subnet 10.0.30.0/24 vlan=30 purpose=storage
relay r r.v20 10.0.10.12
reserve net2 10.0.20.50 mac=08:00:27:00:00:21
nat nat tcp 127.0.0.1:8080 -> 10.0.10.11:80
service web http protocol=tcp port=80
`;

it('no rule speaks on an office that is in order', () => {
  expect(codes(sketchDesign(office))).toEqual([]);
});

it('large packets that stay on one switch are nothing to the ring that carries their VLAN', () => {
  const wide = office.replaceAll('allowedVlans=10,20,999', '');
  expect(codes(sketchDesign(wide))).toEqual([]);
});

/** Samples of what is right; one that shows mistakes says so in its name. */
const samples = readdirSync('assets/samples').filter((name) => !name.includes('mistakes'));

it.each(samples)('no rule speaks on the sample %s', (name) => {
  const { design } = readDesign(readFileSync(`assets/samples/${name}`, 'utf8'));
  expect(design && codes(design)).toEqual([]);
});

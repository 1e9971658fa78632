import { rowOf } from '../base/by-id.ts';
import { formatMac, parseMac } from '../ip/mac.ts';
import type { Interface, Topology } from '../model/topology.ts';
import { freshMac, sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

/** Where each platform makes its own addresses; a new one begins with `first`. */
const makers = [
  { name: 'VirtualBox', platform: /virtualbox/i, first: '080027', says: '08:00:27', has: /^080027/ },
  { name: 'Hyper-V', platform: /hyper-?v/i, first: '00155D', says: '00:15:5d', has: /^00155D/ },
  // vCenter takes no other address from a person.
  {
    name: 'vSphere',
    platform: /vsphere|esxi|vmware/i,
    first: '0050560',
    says: '00:50:56:00 - 00:50:56:3f',
    has: /^005056[0-3]/,
  },
] as const;

export const macWellFormed = defineRule({
  id: 'mac-well-formed',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-02', 'VBX-03'],
  per: 'row',
  summary: 'A MAC address is 48 bits of one machine, from the range of its platform where it has one.',
  why: 'VirtualBox refuses a group address, stores one of zeros, and the machine is then heard by nobody.',
  source: 'IEEE 802 section 8.2; VMware vSphere networking, static MAC addresses',
  messages: {
    malformed: '"{mac}" of {who} is no MAC address: write twelve hex digits, such as 08:00:27:1a:2b:3c.',
    zero: '{who} has the MAC address {mac}, which stands for none: give it another.',
    group: '{who} has the MAC address {mac}, which names a group of machines: its second digit must be even.',
    foreign: '{who} has the MAC address {mac}, which {platform} would not give: use one from {range}.',
    'new-mac': 'Give {who} the MAC address {mac}',
  },
  examples: {
    good: [
      'vm a mac=08:00:27:00:00:01',
      'vm a mac=52:54:00:12:34:56',
      'vm a platform=virtualbox mac=0800270A0001',
      'vm a platform=hyperv mac=00-15-5D-01-02-03',
      'host h platform=vsphere\nvm a on=h mac=00:50:56:3f:00:01',
      // Locally administered: chosen by a person on purpose.
      'vm a platform=virtualbox mac=02:00:00:00:00:01',
      'host h platform=virtualbox mac=3c:7c:3f:00:00:01',
    ],
    bad: [
      { lab: 'vm a mac=08:00:27:00:00', reports: ['malformed'] },
      { lab: 'vm a mac=08:00:27:00:00:0g', reports: ['malformed'] },
      { lab: 'vm a mac=00:00:00:00:00:00', reports: ['zero'] },
      { lab: 'vm a mac=01:00:5e:00:00:01', reports: ['group'] },
      { lab: 'vm a mac=ff:ff:ff:ff:ff:ff', reports: ['group'] },
      { lab: 'vm a platform=virtualbox mac=00:15:5d:00:00:01', reports: ['foreign'] },
      { lab: 'host h platform=vsphere\nvm a on=h mac=00:50:56:40:00:01', reports: ['foreign'] },
      { lab: 'host h platform=vsphere\nvm a on=h mac=02:00:00:00:00:01', reports: ['foreign'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces' || subject.row.mac === undefined) return;
    const { id, row } = subject;
    const mac = parseMac(subject.row.mac);
    const maker = makerOf(topology, row);
    const problem = mac === undefined ? 'malformed' : problemOf(mac, maker);
    if (!problem) return;
    const who = sayInterface(topology, id);
    const fresh = freshMac(topology, id, maker?.first);
    const own = { who, mac: mac === undefined ? subject.row.mac : formatMac(mac) };
    const named = maker && { platform: maker.name, range: maker.says };
    yield {
      message: problem,
      values: problem === 'foreign' ? { ...own, ...named } : own,
      severity: problem === 'foreign' ? 'warning' : 'error',
      at: { table: 'interfaces', row: id, field: 'mac' },
      fixes: [
        {
          label: 'new-mac',
          values: { who, mac: formatMac(fresh) },
          safety: 'choice',
          change: setFields(topology, 'interfaces', id, { mac: formatMac(fresh) }),
        },
      ],
    };
  },
});

type Maker = (typeof makers)[number];

/** The platform that makes a machine's cards, where the lab says which. */
function makerOf(topology: Topology, row: Interface): Maker | undefined {
  const device = rowOf(topology.devices, row.device);
  if (device?.kind !== 'vm' && device?.kind !== 'router') return undefined;
  const platform = device.platform ?? rowOf(topology.devices, device.on)?.platform ?? '';
  return makers.find((maker) => maker.platform.test(platform));
}

function problemOf(mac: string, maker: Maker | undefined): 'zero' | 'group' | 'foreign' | undefined {
  if (/^0+$/.test(mac)) return 'zero';
  const first = Number.parseInt(mac.slice(0, 2), 16);
  if (first % 2 === 1) return 'group';
  const isLocal = (first & 2) === 2;
  const isFree = !maker || (isLocal && maker.name !== 'vSphere');
  return isFree || maker.has.test(mac) ? undefined : 'foreign';
}

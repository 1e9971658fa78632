import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { type Cidr, formatCidr } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import type { Device, Topology } from '../model/topology.ts';
import type { Network, Segment } from '../network/network.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'on-host' | 'own-nat';

interface Default {
  readonly product: string;
  readonly prefix: string;
  /** Whether the product may be on such a host, and not be what made this very network. */
  mayMeet(host: Device): boolean;
}

const says = (host: Device, words: RegExp): boolean => words.test(`${host.os ?? ''} ${host.platform ?? ''}`);
const windows = /windows|^win|hyper-?v/i;

const defaults: readonly Default[] = [
  {
    product: 'Docker',
    prefix: '172.17.0.0/16',
    mayMeet: (host) => !says(host, /docker|podman/i),
  },
  {
    product: 'libvirt',
    prefix: '192.168.122.0/24',
    mayMeet: (host) => !says(host, windows) && !says(host, /libvirt|kvm|qemu|macos|darwin/i),
  },
  {
    product: 'Internet Connection Sharing',
    prefix: '192.168.137.0/24',
    mayMeet: (host) => (host.os === undefined && host.platform === undefined) || says(host, windows),
  },
];

/** What VirtualBox gives the NAT of one machine that was told no subnet. */
const virtualboxNat = '10.0.2.0/24';

export const noHypervisorPrefix = defineRule({
  id: 'no-hypervisor-prefix',
  severity: 'warning',
  pack: 'ip',
  catalogue: ['IP-17'],
  per: 'lab',
  summary: 'A network that a host takes part in does not overlap what programs on the host use by default.',
  why: 'The host has two ways to the same addresses and takes one: containers or machines are cut off when the other program starts.',
  source: 'defaults of Docker, libvirt, Windows and VirtualBox',
  messages: {
    'on-host':
      '{prefix} overlaps {other}, which {product} uses by default; {host} is on this network and may have it. Use another prefix.',
    'own-nat':
      '{machine} is in {prefix} here, and its own NAT is {other} by default: it cannot tell the two apart. Use another prefix, or give the NAT one.',
  },
  examples: {
    good: [
      'host h 10.20.0.1/24 virtual=true\nvm a 10.20.0.2/24\nh -- a',
      '# No host is on it.\nvm a 172.17.0.2/16\nvm b 172.17.0.3/16\na -- b',
      '# The default network of the program itself.\nhost h 192.168.122.1/24 virtual=true platform=libvirt\nvm a 192.168.122.2/24\nh -- a',
      '# A NAT network of VirtualBox, under its own default.\nrouter n 10.0.2.1/24 engine=nat\nswitch s\nvm a 10.0.2.15/24\na -- s\nn -- s',
      '# The NAT is told another subnet.\nrouter n 10.9.0.2/24 engine=nat isolated=true\nvm a 10.9.0.15/24\nport a.eth1 10.0.2.5/24\nvm b 10.0.2.6/24\na.eth0 -- n\na.eth1 -- b',
      'host h 192.168.137.1/24 virtual=true os=debian\nvm a 192.168.137.2/24\nh -- a',
    ],
    bad: [
      { lab: 'host h 172.17.0.1/24 virtual=true\nvm a 172.17.0.2/24\nh -- a', reports: ['on-host'] },
      {
        lab: 'host h 192.168.122.1/24 virtual=true os=debian\nvm a 192.168.122.2/24\nh -- a',
        reports: ['on-host'],
      },
      {
        lab: 'host h 192.168.137.1/24 virtual=true os=windows\nvm a 192.168.137.2/24\nh -- a',
        reports: ['on-host'],
      },
      {
        lab: 'router n engine=nat isolated=true\nvm a dhcp=true\nport a.eth1 10.0.2.5/24\nvm b 10.0.2.6/24\na.eth0 -- n\na.eth1 -- b',
        reports: ['own-nat'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    for (const segment of network.segments) {
      const host = hostOn(segment, topology);
      if (!host) continue;
      for (const { prefix, at } of prefixesOn(segment)) {
        const met = defaults.find((one) => overlaps(prefix, one.prefix) && one.mayMeet(host));
        if (!met) continue;
        const values = {
          prefix: formatCidr(prefix),
          other: met.prefix,
          product: met.product,
          host: host.name,
        };
        yield { message: 'on-host', values, at };
      }
    }
    yield* besideOwnNat(topology, network);
  },
});

function overlaps(prefix: Cidr, text: string): boolean {
  const other = parsePrefix(text);
  return other !== undefined && (contains(prefix, other.address) || contains(other, prefix.address));
}

/** The host that has an address on a segment. */
function hostOn(segment: Segment, topology: Topology): Device | undefined {
  for (const { row } of segment.interfaces) {
    const device = rowOf(topology.devices, row.device);
    if (device?.kind === 'host' && (row.addresses ?? []).length > 0) return device;
  }
  return undefined;
}

/** Machines with a NAT of their own that was told no subnet, and a second card in the subnet that it takes then. */
function* besideOwnNat(topology: Topology, network: Network): Generator<Finding<Words>> {
  const isolated = (segment: Segment | undefined): boolean =>
    segment !== undefined &&
    prefixesOn(segment).length === 0 &&
    segment.interfaces.some(({ row }) => {
      const device = rowOf(topology.devices, row.device);
      return device?.engine === 'nat' && device.isolated === true;
    });
  for (const [device, rows] of groupBy(sortedRows(topology.interfaces), ([, row]) => row.device)) {
    const machine = rowOf(topology.devices, device);
    if (machine?.kind !== 'vm' || rows.length < 2) continue;
    if (!rows.some(([id]) => isolated(network.segmentOf.get(id)))) continue;
    for (const segment of new Set(rows.flatMap(([id]) => network.segmentOf.get(id) ?? []))) {
      for (const { prefix, at } of prefixesOn(segment)) {
        if (!overlaps(prefix, virtualboxNat)) continue;
        const values = { machine: machine.name, prefix: formatCidr(prefix), other: virtualboxNat };
        yield { message: 'own-nat', severity: 'error', values, at };
      }
    }
  }
}

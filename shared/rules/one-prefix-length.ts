import { groupBy } from '../base/by-id.ts';
import { type Cidr, formatAddress, formatCidr } from '../ip/address.ts';
import { contains, prefixOf } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { HeldAddress, Segment } from '../network/network.ts';
import { namesPrefix, nested, placeOfAddress } from '../network/prefixes.ts';
import { replaceAddress, sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'unlike-subnet' | 'unlike-others' | 'subnet-unlike' | 'other-here' | 'write' | 'write-subnet';

export const onePrefixLength = defineRule({
  id: 'one-prefix-length',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-06'],
  per: 'segment',
  summary: 'Addresses of one network on one segment have the same prefix length.',
  why: 'A machine with a longer prefix sends to its neighbours by way of the gateway, or nowhere: requests arrive and answers do not.',
  source: 'RFC 950 section 2; RFC 4632 section 3.1',
  messages: {
    'unlike-subnet': '{who} has {address}/{length}, its subnet is {prefix}. Write the same length.',
    'unlike-others':
      '{who} has {address}/{length}, {other} on the same segment has {otherCidr}. Write the same length.',
    'subnet-unlike':
      'The subnet is {prefix}, all {count|address|addresses} in it end in /{length}. Write the same length.',
    'other-here': '{other} has {otherCidr}.',
    write: 'Write {cidr} at {who}',
    'write-subnet': 'Make the subnet {cidr}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24',
      '# Single addresses are no members of the subnet.\nvm a 10.0.0.1/24 10.0.0.53/32\nvm b 10.0.0.2/24\na -- b',
      '# Two networks on one wire.\nvm a 10.0.0.1/24\nvm b 10.0.1.2/25\na -- b',
      '# Both lengths have a row.\nvm a 10.0.0.1/16\nvm b 10.0.1.2/24\na -- b\nsubnet 10.0.0.0/16\nsubnet 10.0.1.0/24',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/16\na -- s vlan=10\nb -- s vlan=20',
      'vm a fe80::1/64\nvm b fe80::2/10\na -- b',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/16\nvm b 10.0.0.2/24\na -- b\nsubnet 10.0.0.0/24', reports: ['unlike-subnet'] },
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nvm c 10.0.0.3/25\na -- s\nb -- s\nc -- s',
        reports: ['unlike-others'],
      },
      { lab: 'vm a 10.0.0.1/16\nvm b 10.0.5.2/24\na -- b', reports: ['unlike-others'] },
      { lab: 'vm a 10.0.0.1/16\nvm b 10.0.0.2/16\na -- b\nsubnet 10.0.0.0/24', reports: ['subnet-unlike'] },
      {
        lab: 'vm a 2001:db8::1/64\nvm b 2001:db8::2/48\na -- b\nsubnet 2001:db8::/64',
        reports: ['unlike-subnet'],
      },
    ],
  },
  *check(segment, { topology }): Generator<Finding<Words>> {
    const free: HeldAddress[] = [];
    const bySubnet = groupBy(
      segment.addresses.filter(({ cidr }) => namesPrefix(cidr)),
      ({ cidr }) => segment.subnets.find(({ prefix }) => contains(prefix, cidr.address)),
    );
    for (const [subnet, held] of bySubnet) {
      if (subnet) yield* againstSubnet(topology, segment, subnet, held);
      else free.push(...held);
    }
    yield* againstEachOther(topology, free);
  },
});

type KnownSubnet = Segment['subnets'][number];

function* againstSubnet(
  topology: Topology,
  segment: Segment,
  { id, prefix }: KnownSubnet,
  held: readonly HeldAddress[],
): Generator<Finding<Words>> {
  const lengthsFor = ({ cidr }: HeldAddress): number[] =>
    segment.subnets.filter((one) => contains(one.prefix, cidr.address)).map((one) => one.prefix.length);
  const unlike = held.filter((one) => !lengthsFor(one).includes(one.cidr.length));
  const [first] = unlike;
  if (!first) return;
  const { length } = first.cidr;
  // Where all agree among themselves, it is the row that is wrong.
  if (unlike.length === held.length && held.length > 1 && held.every((one) => one.cidr.length === length)) {
    const cidr = formatCidr(prefixOf(first.cidr));
    yield {
      message: 'subnet-unlike',
      values: { prefix: formatCidr(prefix), count: held.length, length },
      at: { table: 'subnets', row: id, field: 'prefix' },
      fixes: [
        {
          label: 'write-subnet',
          values: { cidr },
          safety: 'choice',
          change: setFields(topology, 'subnets', id, { prefix: cidr }),
        },
      ],
    };
    return;
  }
  for (const one of unlike) {
    yield {
      message: 'unlike-subnet',
      values: { ...said(topology, one), prefix: formatCidr(prefix) },
      at: placeOfAddress(one),
      fixes: [write(topology, one, prefix.length)],
    };
  }
}

function* againstEachOther(topology: Topology, held: readonly HeldAddress[]): Generator<Finding<Words>> {
  const networks = new Map<string, { prefix: Cidr; holders: HeldAddress[] }>();
  for (const one of held) {
    const prefix = prefixOf(one.cidr);
    const network = networks.get(formatCidr(prefix)) ?? { prefix, holders: [] };
    networks.set(formatCidr(prefix), network);
    network.holders.push(one);
  }
  // Networks that overlap, under the widest of them.
  const clusters = groupBy(nested([...networks.values()]), ({ item, around }) => around[0] ?? item);
  for (const members of clusters.values()) {
    const [usual, ...unusual] = members
      .map(({ item }) => item)
      .sort((a, b) => b.holders.length - a.holders.length || b.prefix.length - a.prefix.length);
    const reference = usual?.holders[0];
    for (const { holders } of reference ? unusual : []) {
      for (const one of holders) {
        if (!reference || one.cidr.length === reference.cidr.length) continue;
        const other = {
          other: sayInterface(topology, reference.interface),
          otherCidr: formatCidr(reference.cidr),
        };
        yield {
          message: 'unlike-others',
          values: { ...said(topology, one), ...other },
          at: placeOfAddress(one),
          related: [{ at: placeOfAddress(reference), message: 'other-here', values: other }],
          fixes: [
            write(topology, one, reference.cidr.length),
            ...(usual?.holders.length === 1 && unusual.length === 1 && holders.length === 1
              ? [write(topology, reference, one.cidr.length)]
              : []),
          ],
        };
      }
    }
  }
}

function said(topology: Topology, { interface: id, cidr }: HeldAddress) {
  return { who: sayInterface(topology, id), address: formatAddress(cidr.address), length: cidr.length };
}

function write(topology: Topology, held: HeldAddress, length: number): FindingFix<'write'> {
  const cidr = formatCidr({ address: held.cidr.address, length });
  return {
    label: 'write',
    values: { cidr, who: sayInterface(topology, held.interface) },
    safety: 'choice',
    change: replaceAddress(topology, held, cidr),
  };
}

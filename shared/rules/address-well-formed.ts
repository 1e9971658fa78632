import { rowOf, sortedRows } from '../base/by-id.ts';
import { formatAddress, formatCidr, parseAddress, parseCidr } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import { unusableAs } from '../ip/special.ts';
import type { Topology } from '../model/topology.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words =
  | 'no-length'
  | 'malformed'
  | 'prefix'
  | 'write'
  | 'unspecified'
  | 'loopback'
  | 'multicast'
  | 'broadcast';

export const addressWellFormed = defineRule({
  id: 'address-well-formed',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-11'],
  per: 'row',
  summary: 'Addresses and prefixes can be read, and are such as an interface can have.',
  why: 'What cannot be read takes no part in any other check, and the machine is built without it.',
  source: 'RFC 4632 section 3.1; RFC 4291 section 2.3',
  messages: {
    'no-length': '{who} has {address} without a prefix length: add one, such as {address}/{length}.',
    malformed: '"{address}" of {who} is not an IP address with a prefix length, such as 192.0.2.10/24.',
    prefix: '"{prefix}" is not the prefix of a subnet, such as 192.0.2.0/24.',
    write: 'Write {cidr}',
    unspecified: '{who} has {address}, which stands for "no address" and cannot be one.',
    loopback:
      '{who} has {address}, which every machine keeps for itself; only a loopback interface (lo) may have it.',
    multicast: '{who} has {address}, which names a multicast group, not a machine.',
    broadcast: '{who} has {address}, which means every machine at once.',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24 2001:db8::1/64\nsubnet 10.0.0.0/24\nsubnet 2001:db8::/64',
      'vm a',
      'router r\nport r.lo 127.0.0.1/8',
      'vm a 10.0.0.1/24\nsubnet 10.0.0.1/24',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1', reports: ['no-length'] },
      { lab: 'vm a 10.0.0.1\nsubnet 10.0.0.0/25', reports: ['no-length'] },
      { lab: 'vm a 2001:db8::1', reports: ['no-length'] },
      {
        lab: 'vm a 10.0.0.300/24 10.0.0.1/33 10.0.0.010/24',
        reports: ['malformed', 'malformed', 'malformed'],
      },
      { lab: 'vm a 127.0.0.1/8 224.0.0.5/24', reports: ['loopback', 'multicast'] },
      {
        lab: 'vm a 0.0.0.0/32 255.255.255.255/32 ff02::1/64 ::1/128',
        reports: ['unspecified', 'broadcast', 'multicast', 'loopback'],
      },
      { lab: 'subnet 10.0.0/24', reports: ['prefix'] },
      { lab: 'subnet 10.0.0.0', reports: ['prefix'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table === 'subnets') {
      const { prefix } = subject.row;
      const at = { table: 'subnets', row: subject.id, field: 'prefix' } as const;
      if (!parsePrefix(prefix)) yield { message: 'prefix', values: { prefix }, at };
    } else if (subject.table === 'interfaces') {
      for (const [index, address] of (subject.row.addresses ?? []).entries()) {
        const cidr = parseCidr(address.trim());
        const alone = parseAddress(address.trim());
        const values = {
          // Looked up only for a finding: it searches all interfaces.
          get who() {
            return sayInterface(topology, subject.id);
          },
          address,
        };
        const at = { table: 'interfaces', row: subject.id, field: `addresses.${index}` } as const;
        const unusable = cidr && unusableAs(cidr.address);
        if (unusable) {
          const own = unusable === 'loopback' && /^lo/i.test(subject.row.name);
          if (!own)
            yield { message: unusable, values: { ...values, address: formatAddress(cidr.address) }, at };
        } else if (cidr) continue;
        else if (!alone) yield { message: 'malformed', values, at };
        else {
          const length = alone.version === 4 ? 24 : 64;
          yield {
            message: 'no-length',
            values: { ...values, length },
            at,
            fixes: lengthsFor(topology, subject.id, index),
          };
        }
      }
    }
  },
});

/** The address with the length of each subnet row that it lies in. */
function lengthsFor(topology: Topology, id: string, index: number): FindingFix<Words>[] {
  const now = rowOf(topology.interfaces, id)?.addresses ?? [];
  const address = parseAddress(now[index]?.trim() ?? '');
  const lengths = sortedRows(topology.subnets).flatMap(([, row]) => {
    const prefix = parsePrefix(row.prefix);
    return address && prefix && contains(prefix, address) ? [prefix.length] : [];
  });
  return [...new Set(lengths)].flatMap((length) => {
    const cidr = address && formatCidr({ address, length });
    if (cidr === undefined) return [];
    const addresses = now.map((text, at) => (at === index ? cidr : text));
    const change = setFields(topology, 'interfaces', id, { addresses });
    return [{ label: 'write' as const, values: { cidr }, safety: 'choice' as const, change }];
  });
}

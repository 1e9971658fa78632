import { formatCidr, parseCidr, sameAddress } from '../ip/address.ts';
import { networkOf, prefixOf } from '../ip/prefix.ts';
import type { Change } from '../model/change.ts';
import type { Place } from '../model/design.ts';
import type { Topology } from '../model/topology.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding, type Subjects } from './rule.ts';

interface Written {
  readonly text: string;
  readonly at: Place;
  /** A firewall rule may mean the one address as well. */
  readonly mayBeHost: boolean;
  readonly change: (to: string) => Change;
}

export const noHostBits = defineRule({
  id: 'no-host-bits',
  severity: 'warning',
  pack: 'ip',
  catalogue: ['IP-08'],
  per: 'row',
  summary: 'A prefix is written with its network address.',
  why: 'Some programs cut the rest off, others refuse the command, so the same file works here and fails there.',
  source: 'RFC 4632 section 3.1',
  messages: {
    'host-bits': '{prefix} names a machine, not a network: its network is {network}. Write that.',
    write: 'Write {network}',
    'write-host': 'Mean the one address, {host}',
  },
  examples: {
    good: [
      'subnet 10.0.0.0/24\nsubnet 10.0.0.4/31\nsubnet 2001:db8::/64\nrouter r\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 10.0.0.5/32 via=10.0.0.1',
      'vm a 10.0.0.5/24\nfilter a 10 in accept source=10.0.0.5\nfilter a 20 in drop source=10.0.0.0/8',
      'subnet 10.0.0/24',
      'pool 203.0.113.4/30,203.0.113.9',
    ],
    bad: [
      { lab: 'subnet 10.0.0.1/24', reports: ['host-bits'] },
      { lab: 'subnet 2001:db8::1/64', reports: ['host-bits'] },
      { lab: 'router r 10.9.0.2/24\nroute r 10.0.5.1/16 via=10.9.0.1', reports: ['host-bits'] },
      {
        lab: 'vm a 10.0.0.5/24\nfilter a 10 in accept source=10.0.0.7/24 destination=10.1.0.1/16',
        reports: ['host-bits', 'host-bits'],
      },
      { lab: 'pool 203.0.113.9,203.0.113.5/30', reports: ['host-bits'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<'host-bits' | 'write' | 'write-host'>> {
    for (const { text, at, mayBeHost, change } of prefixesOf(subject, topology)) {
      const cidr = parseCidr(text.trim());
      if (!cidr || sameAddress(cidr.address, networkOf(cidr))) continue;
      const network = formatCidr(prefixOf(cidr));
      const host = text.trim().replace(/\/.*/, '');
      yield {
        message: 'host-bits',
        values: { prefix: text, network },
        at,
        fixes: [
          {
            label: 'write',
            values: { network },
            safety: mayBeHost ? 'choice' : 'safe',
            change: change(network),
          },
          ...(mayBeHost
            ? [
                {
                  label: 'write-host' as const,
                  values: { host },
                  safety: 'choice' as const,
                  change: change(host),
                },
              ]
            : []),
        ],
      };
    }
  },
});

/** Everything in a row that is read as a prefix: the model zeroes host bits there, so writing that changes nothing. */
function prefixesOf({ table, id, row }: Subjects['row'], topology: Topology): Written[] {
  switch (table) {
    case 'subnets':
      return [
        {
          text: row.prefix,
          at: { table, row: id, field: 'prefix' },
          mayBeHost: false,
          change: (prefix) => setFields(topology, table, id, { prefix }),
        },
      ];
    case 'routes':
      return [
        {
          text: row.destination,
          at: { table, row: id, field: 'destination' },
          mayBeHost: false,
          change: (destination) => setFields(topology, table, id, { destination }),
        },
      ];
    case 'firewall':
      return (['source', 'destination'] as const).flatMap((field) => {
        const text = row[field];
        const change = (to: string): Change => setFields(topology, table, id, { [field]: to });
        return text === undefined ? [] : [{ text, at: { table, row: id, field }, mayBeHost: true, change }];
      });
    case 'publicPools':
      return row.addresses.map((text, index) => ({
        text,
        at: { table, row: id, field: `addresses.${index}` },
        mayBeHost: true,
        change: (to: string) =>
          setFields(topology, table, id, {
            addresses: row.addresses.map((one, at) => (at === index ? to : one)),
          }),
      }));
    default:
      return [];
  }
}

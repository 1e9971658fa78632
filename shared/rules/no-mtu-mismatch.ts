import { groupBy } from '../base/by-id.ts';
import { mtuOf } from '../network/ports.ts';
import { sayInterface, setFieldsOfAll } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noMtuMismatch = defineRule({
  id: 'no-mtu-mismatch',
  severity: 'error',
  pack: 'mtu',
  catalogue: ['MTU-02'],
  per: 'segment',
  summary: 'Interfaces with addresses on one segment have the same MTU.',
  why: 'A switch drops a frame that is too long for the receiver and tells nobody: small packets pass, large ones vanish.',
  source: 'RFC 4821 section 1; RFC 1191 section 6.5',
  messages: {
    differs: '{who} has MTU {mtu} bytes, {other} on the same segment has {otherMtu} bytes.',
    'other-here': '{other} has MTU {otherMtu} bytes.',
    'set-all': 'Set all {count|interface|interfaces} of the segment to {mtu} bytes',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- b',
      'vm a 10.0.0.1/24 mtu=1500\nvm b 10.0.0.2/24\na -- b',
      'vm a 10.0.0.1/24 mtu=9000\nvm b mtu=1500\na -- b',
      'switch s\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- s vlan=20',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s mtu=9000\nb -- s mtu=9000',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24\na -- b', reports: ['differs'] },
      {
        lab: 'vm a 10.0.0.1/24 mtu=9000\nvm b dhcp=true\na -- b\nsubnet 10.0.0.0/24 dhcpServer=a',
        reports: ['differs'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24\nvm c 10.0.0.3/24 mtu=1400\na -- s\nb -- s\nc -- s',
        reports: ['differs', 'differs'],
      },
    ],
  },
  *check(segment, { topology }) {
    const speaking = segment.interfaces.filter(
      ({ row }) => (row.addresses ?? []).length > 0 || row.dhcp === true,
    );
    const byMtu = [...groupBy(speaking, ({ row }) => mtuOf(row))].sort(
      ([a, x], [b, y]) => y.length - x.length || a - b,
    );
    const [usual, ...unusual] = byMtu;
    const reference = usual?.[1][0];
    if (!usual || !reference || unusual.length === 0) return;
    const choices = byMtu.map(([mtu]) => mtu).sort((a, b) => a - b);
    // The same for every interface of the segment.
    const fixes = choices.map((choice) => ({
      label: 'set-all' as const,
      values: { mtu: choice, count: speaking.length },
      safety: 'choice' as const,
      change: setFieldsOfAll(
        topology,
        'interfaces',
        speaking.filter(({ row }) => mtuOf(row) !== choice).map(({ id }) => id),
        { mtu: choice },
      ),
    }));
    for (const [mtu, members] of unusual) {
      const other = sayInterface(topology, reference.id);
      for (const { id } of members) {
        const values = { who: sayInterface(topology, id), mtu, other, otherMtu: usual[0] };
        yield {
          message: 'differs',
          values,
          at: { table: 'interfaces', row: id, field: 'mtu' },
          related: [
            {
              at: { table: 'interfaces', row: reference.id, field: 'mtu' },
              message: 'other-here',
              values: { other, otherMtu: usual[0] },
            },
          ],
          fixes,
        };
      }
    }
  },
});

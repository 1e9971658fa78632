import { parseCidr } from '../ip/address.ts';
import type { Interface } from '../model/topology.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const mtuInRange = defineRule({
  id: 'mtu-in-range',
  severity: 'error',
  pack: 'mtu',
  catalogue: ['MTU-01'],
  per: 'row',
  summary: 'An MTU is at least 576 bytes, 1280 where there is IPv6, and at most 9216.',
  why: 'Below 1280 bytes a system takes IPv6 and its addresses off the interface; above 9216 no common card or switch passes the frame.',
  source: 'RFC 791 section 3.1; RFC 8200 section 5',
  messages: {
    'too-small':
      '{who} has MTU {mtu} bytes, but every IPv4 system must take packets of 576: set at least that.',
    'too-small-v6': '{who} has an IPv6 address and MTU {mtu} bytes, but IPv6 needs 1280: set at least that.',
    'too-large':
      '{who} has MTU {mtu} bytes, more than the 9216 that cards and switches carry at most: set 9000 or less.',
    set: 'Set the MTU of {who} to {mtu} bytes',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24',
      'vm a 10.0.0.1/24 mtu=576',
      'vm a 10.0.0.1/24 2001:db8::1/64 mtu=1280',
      'vm a 10.0.0.1/24 mtu=9000',
      'switch s\nport s.p1 mtu=9216',
      'router r 10.0.0.1/24\nport r.lo 127.0.0.1/8 mtu=65535',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24 mtu=575', reports: ['too-small'] },
      { lab: 'vm a 2001:db8::1/64 mtu=1279', reports: ['too-small-v6'] },
      { lab: 'vm a 10.0.0.1/24 mtu=9217', reports: ['too-large'] },
      { lab: 'switch s\nport s.p1 mtu=10000', reports: ['too-large'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces' || subject.row.mtu === undefined) return;
    const { id, row } = subject;
    const wrong = wrongSize(row, subject.row.mtu);
    // A loopback has no wire under it.
    if (!wrong || /^lo/i.test(row.name)) return;
    const who = sayInterface(topology, id);
    yield {
      message: wrong.message,
      values: { who, mtu: subject.row.mtu },
      at: { table: 'interfaces', row: id, field: 'mtu' },
      fixes: wrong.better.map((mtu) => ({
        label: 'set' as const,
        values: { who, mtu },
        safety: 'choice' as const,
        change: setFields(topology, 'interfaces', id, { mtu }),
      })),
    };
  },
});

function wrongSize(row: Interface, mtu: number) {
  const six = (row.addresses ?? []).some((text) => parseCidr(text.trim())?.address.version === 6);
  if (six && mtu < 1280) return { message: 'too-small-v6' as const, better: [1280, 1500] };
  if (mtu < 576) return { message: 'too-small' as const, better: [576, 1500] };
  return mtu > 9216 ? { message: 'too-large' as const, better: [1500, 9000] } : undefined;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cidr, formatAddress, formatCidr, parseAddress, parseCidr } from '../../../shared/ip/address.ts';
import {
  contains,
  isLinkLocal,
  lastOf,
  networkOf,
  nextFree,
  parsePrefix,
  reservedRole,
} from '../../../shared/ip/prefix.ts';

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed) throw new RangeError(text);
  return parsed;
}

it.each([
  ['192.0.2.77/24', '192.0.2.0', '192.0.2.255'],
  ['192.0.2.77/32', '192.0.2.77', '192.0.2.77'],
  ['192.0.2.77/31', '192.0.2.76', '192.0.2.77'],
  ['203.0.113.9/0', '0.0.0.0', '255.255.255.255'],
  ['2001:db8::5/126', '2001:db8::4', '2001:db8::7'],
])('%s goes from %s to %s', (text, first, last) => {
  expect([formatAddress(networkOf(cidr(text))), formatAddress(lastOf(cidr(text)))]).toEqual([first, last]);
});

it('a prefix contains its first and last address and neither neighbour of them', () => {
  const prefixes = fc.record({
    value: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
    length: fc.integer({ min: 1, max: 32 }),
  });
  fc.assert(
    fc.property(prefixes, ({ value, length }) => {
      const prefix: Cidr = { address: { version: 4, value }, length };
      const [first, last] = [networkOf(prefix).value, lastOf(prefix).value];
      const inside = [first - 1n, first, last, last + 1n].map((at) =>
        contains(prefix, { version: 4, value: at }),
      );
      expect(inside).toEqual([false, true, true, false]);
    }),
  );
});

it('an IPv4 prefix contains no IPv6 address, not even of the same number', () => {
  expect(contains(cidr('0.0.0.0/0'), { version: 6, value: 1n })).toBe(false);
});

it('host bits of a typed prefix are dropped', () => {
  const prefix = parsePrefix('192.0.2.77/28');
  expect(prefix && formatCidr(prefix)).toBe('192.0.2.64/28');
});

it.each([
  ['192.0.2.0/24', 'network'],
  ['192.0.2.255/24', 'broadcast'],
  ['192.0.3.255/23', 'broadcast'],
  ['192.0.2.0/23', 'network'],
  ['192.0.2.255/23', undefined],
  ['192.0.2.1/24', undefined],
  ['192.0.2.0/31', undefined],
  ['192.0.2.1/31', undefined],
  ['192.0.2.0/32', undefined],
  ['2001:db8::/64', undefined],
])('the role of %s is %s', (text, role) => {
  expect(reservedRole(cidr(text))).toBe(role);
});

it.each([
  ['169.254.0.1', true],
  ['169.253.255.255', false],
  ['fe80::1', true],
  ['febf::1', true],
  ['fec0::1', false],
  ['fe7f::1', false],
  ['2001:db8::1', false],
])('%s is link-local: %s', (text, expected) => {
  const address = parseAddress(text);
  expect(address && isLinkLocal(address)).toBe(expected);
});

describe('the next free address', () => {
  const free = (text: string, ...taken: string[]): string | undefined => {
    const found = nextFree(cidr(text), (address) => taken.includes(formatAddress(address)));
    return found && formatAddress(found);
  };

  it('is the lowest that is not taken, between network and broadcast address', () => {
    expect([
      free('192.0.2.0/30'),
      free('192.0.2.0/30', '192.0.2.1'),
      free('192.0.2.0/30', '192.0.2.1', '192.0.2.2'),
    ]).toEqual(['192.0.2.1', '192.0.2.2', undefined]);
  });

  it('may be either address of a /31 and the one of a /32', () => {
    expect([free('192.0.2.0/31'), free('192.0.2.0/31', '192.0.2.0'), free('192.0.2.7/32')]).toEqual([
      '192.0.2.0',
      '192.0.2.1',
      '192.0.2.7',
    ]);
  });

  it('is the next one above another where that is asked for, and else the lowest', () => {
    const above = (text: string, after: string, ...taken: string[]): string | undefined => {
      const found = nextFree(
        cidr(text),
        (address) => taken.includes(formatAddress(address)),
        parseAddress(after),
      );
      return found && formatAddress(found);
    };
    expect([
      above('192.0.2.0/29', '192.0.2.3', '192.0.2.4'),
      above('192.0.2.0/29', '192.0.2.6'),
      above('192.0.2.0/29', '192.0.2.5', '192.0.2.6', '192.0.2.1'),
      above('192.0.2.0/29', '192.0.1.9'),
      above('192.0.2.0/31', '192.0.2.1', '192.0.2.0', '192.0.2.1'),
    ]).toEqual(['192.0.2.5', '192.0.2.1', '192.0.2.2', '192.0.2.1', undefined]);
  });

  it('of an IPv6 prefix is not its router anycast address', () => {
    expect(free('2001:db8::/64')).toBe('2001:db8::1');
  });

  it('is given up in a huge prefix that is full as far as one would look', () => {
    expect(nextFree(cidr('2001:db8::/64'), () => true)).toBeUndefined();
  });
});

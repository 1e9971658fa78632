import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
} from '../../../shared/ip/address.ts';

const address: fc.Arbitrary<Address> = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value): Address => ({ version: 4, value })),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value): Address => ({ version: 6, value })),
  // Many zero groups, where the shortening happens.
  fc.array(fc.constantFrom(0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 }).map(
    (groups): Address => ({
      version: 6,
      value: groups.reduce<bigint>((value, group) => (value << 16n) | group, 0n),
    }),
  ),
);
/** Texts made of the pieces of addresses, most of them wrong. */
const addressLike = fc
  .array(
    fc.constantFrom(':', '::', '.', '0', '1', '255', '256', '010', 'ffff', 'FFFFF', 'g', '1.2.3.4', '-', ' '),
    { maxLength: 17 },
  )
  .map((pieces) => pieces.join(''));

it('what is formatted reads back as the same address', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(parseAddress(formatAddress(one))).toEqual(one);
    }),
  );
});

it('what is formatted is an address to Node too', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(isIP(formatAddress(one))).toBe(one.version);
    }),
  );
});

it('takes exactly the texts that Node takes', () => {
  const texts = fc.oneof(addressLike, fc.ipV4(), fc.ipV6(), fc.string());
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(!text.includes('%'));
      expect(parseAddress(text)?.version ?? 0).toBe(isIP(text));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  '1.2.3.4::',
  '1.2.3.4::1',
  '1::2::3',
  ':::',
  ':1',
  '1:',
  '',
  '1.2.3',
  '1.2.3.4.5',
  '010.0.0.1',
  '1.2.3.04',
  '0x1.2.3.4',
  'fe80::1%eth0',
  ' 192.0.2.1',
])('refuses "%s"', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

describe('RFC 5952', () => {
  it.each([
    ['2001:0db8::0001', '2001:db8::1', '4.1 leading zeros'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1', '4.2.1 as much as possible'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1', '4.2.2 not one group alone'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1', '4.2.3 the longest run'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1', '4.2.3 the first on a tie'],
    ['2001:DB8::ABCD', '2001:db8::abcd', '4.3 lower case'],
    ['0:0:0:0:0:0:0:0', '::', 'unspecified'],
    ['0:0:0:0:0:0:0:1', '::1', 'loopback'],
    ['1:0:0:0:0:0:0:0', '1::', 'a run at the end'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221', 'an IPv4 tail is read'],
  ])('writes %s as %s (%s)', (typed, canonical) => {
    const parsed = parseAddress(typed);
    expect(parsed && formatAddress(parsed)).toBe(canonical);
  });
});

it.each([
  ['192.0.2.1/24', '192.0.2.1/24'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:DB8::1/128', '2001:db8::1/128'],
  ['192.0.2.1', undefined],
  ['192.0.2.1/', undefined],
  ['192.0.2.1/33', undefined],
  ['192.0.2.1/024', undefined],
  ['192.0.2.1/-1', undefined],
  ['192.0.2.1/24/24', undefined],
  ['2001:db8::1/129', undefined],
])('a prefix length must follow: %s gives %s', (text, expected) => {
  const parsed = parseCidr(text);
  expect(parsed && formatCidr(parsed)).toBe(expected);
});

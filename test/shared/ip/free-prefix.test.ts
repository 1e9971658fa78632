import { describe, expect, it } from 'vitest';
import { formatCidr, parseCidr } from '../../../shared/ip/address.ts';
import { nextFreePrefix, overlap } from '../../../shared/ip/free-prefix.ts';

/** The next free prefix where these are taken. */
function free(from: string, ...taken: string[]): string | undefined {
  const start = parseCidr(from);
  const others = taken.flatMap((text) => parseCidr(text) ?? []);
  const found = start && nextFreePrefix(start, (prefix) => others.some((other) => overlap(other, prefix)));
  return found && formatCidr(found);
}

describe('the next free prefix', () => {
  it('is the one asked for where that is free, else the next of the same length', () => {
    expect([
      free('10.0.10.0/24'),
      free('10.0.10.7/24', '10.0.10.0/24'),
      free('10.0.10.0/24', '10.0.10.128/25', '10.0.11.3/32', '10.0.12.0/22'),
      free('2001:db8:0:1::/64', '2001:db8:0:1::/64'),
    ]).toEqual(['10.0.10.0/24', '10.0.11.0/24', '10.0.16.0/24', '2001:db8:0:2::/64']);
  });

  it('stays in its private block and begins again at its start', () => {
    expect([
      free('192.168.255.0/24', '192.168.255.0/24', '192.168.0.0/24'),
      free('172.31.0.0/16', '172.31.0.0/16'),
      free('10.0.0.0/8', '10.1.0.0/16'),
    ]).toEqual(['192.168.1.0/24', '172.16.0.0/16', undefined]);
  });

  it('is never one that no interface can have an address of', () => {
    expect(free('223.255.0.0/16', '223.255.0.0/16')).toBe('1.0.0.0/16');
  });

  it('is given up where everything is taken', () => {
    expect([free('10.0.10.0/24', '0.0.0.0/0'), free('0.0.0.0/0', '1.1.1.1/32')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('two prefixes overlap', () => {
  it.each([
    ['10.0.0.0/8', '10.1.2.0/24', true],
    ['10.1.2.0/24', '10.0.0.0/8', true],
    ['10.0.0.0/24', '10.0.1.0/24', false],
    ['0.0.0.0/0', '2001:db8::/32', false],
  ])('%s and %s: %s', (a, b, expected) => {
    const [one, other] = [parseCidr(a), parseCidr(b)];
    expect(one && other && overlap(one, other)).toBe(expected);
  });
});

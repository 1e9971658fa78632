import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatMac, mintMac, parseMac } from '../../../shared/ip/mac.ts';

it.each(['08:00:27:aB:01:02', '08-00-27-AB-01-02', '0800.27ab.0102', '080027AB0102'])('reads %s', (text) => {
  expect(parseMac(text)).toBe('080027AB0102');
});

it.each(['', '08:00:27:ab:01', '08:00:27:ab:01:02:03', '08:00:27:ab:01:0g', '08 00 27 ab 01 02'])(
  'refuses "%s"',
  (text) => {
    expect(parseMac(text)).toBeUndefined();
  },
);

it('what is formatted reads back', () => {
  const macs = fc
    .array(fc.constantFrom(...'0123456789ABCDEF'.split('')), { minLength: 12, maxLength: 12 })
    .map((digits) => digits.join(''));
  fc.assert(
    fc.property(macs, (mac) => {
      expect(parseMac(formatMac(mac))).toBe(mac);
    }),
  );
});

it('a minted MAC is of VirtualBox, and the same each time for a seed', () => {
  const mac = mintMac('lab web1.eth0');
  expect([mac, /^080027[0-9A-F]{6}$/.test(mac), mintMac('lab web1.eth1') === mac]).toEqual([
    mintMac('lab web1.eth0'),
    true,
    false,
  ]);
});

it('a MAC that is taken is not minted', () => {
  const first = mintMac('seed');
  const second = mintMac('seed', (mac) => mac === first);
  expect(second).not.toBe(first);
});

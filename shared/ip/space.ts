import type { Address, Cidr } from './address.ts';
import { contains, isLinkLocal, parsePrefix } from './prefix.ts';

/** What an address range is set aside for. */
export type Space = 'private' | 'shared' | 'documentation' | 'test' | 'link-local' | 'reserved' | 'public';

function prefixes(...texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => parsePrefix(text) ?? []);
}

/** The first that holds an address counts. */
const spaces: readonly (readonly [Space, readonly Cidr[]])[] = [
  // RFC 1918, RFC 4193
  ['private', prefixes('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7')],
  // RFC 6598: between a provider and its customers
  ['shared', prefixes('100.64.0.0/10')],
  // RFC 5737, RFC 3849, RFC 9637
  [
    'documentation',
    prefixes('192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'),
  ],
  // RFC 2544, RFC 5180
  ['test', prefixes('198.18.0.0/15', '2001:2::/48')],
  // RFC 6890; of IPv6 only 2000::/3 has been given out
  ['reserved', prefixes('0.0.0.0/8', '127.0.0.0/8', '192.0.0.0/24', '192.88.99.0/24', '224.0.0.0/3')],
];
const given6 = prefixes('2000::/3');

/** What the range of an address is set aside for; `public` is what the internet routes. */
export function spaceOf(address: Address): Space {
  if (isLinkLocal(address)) return 'link-local';
  const known = spaces.find(([, held]) => held.some((prefix) => contains(prefix, address)));
  if (known) return known[0];
  return address.version === 4 || given6.some((prefix) => contains(prefix, address)) ? 'public' : 'reserved';
}

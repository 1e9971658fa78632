import { expect, it } from 'vitest';
import { parseAddress } from '../../../shared/ip/address.ts';
import { formatPool, parsePool, rangeWithout } from '../../../shared/ip/pool.ts';

it.each([
  ['10.0.0.10-10.0.0.20', ['10.0.0.10', '10.0.0.20'], ['10.0.0.11-10.0.0.19']],
  [
    '10.0.0.10-10.0.0.20',
    ['10.0.0.15', '10.0.0.15', '10.0.0.1'],
    ['10.0.0.10-10.0.0.14', '10.0.0.16-10.0.0.20'],
  ],
  ['10.0.0.10-10.0.0.12', ['10.0.0.11'], ['10.0.0.10', '10.0.0.12']],
  ['10.0.0.10', ['10.0.0.10'], []],
  ['10.0.0.10-10.0.0.11', ['2001:db8::1'], ['10.0.0.10-10.0.0.11']],
  ['2001:db8::-2001:db8::2', ['2001:db8::1'], ['2001:db8::', '2001:db8::2']],
])('%s without %j is %j', (pool, taken, left) => {
  const range = parsePool(pool);
  const addresses = taken.flatMap((text) => parseAddress(text) ?? []);
  expect(range && rangeWithout(range, addresses).map(formatPool)).toEqual(left);
});

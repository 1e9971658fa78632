import { expect, it } from 'vitest';
import { parseAddress } from '../../../shared/ip/address.ts';
import { spaceOf } from '../../../shared/ip/space.ts';

it.each([
  ['10.0.0.1', 'private'],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0', 'public'],
  ['192.168.0.1', 'private'],
  ['fd00::1', 'private'],
  ['100.64.0.1', 'shared'],
  ['100.128.0.1', 'public'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.255', 'documentation'],
  ['2001:db8::1', 'documentation'],
  ['3fff:fff::1', 'documentation'],
  ['198.19.0.1', 'test'],
  ['169.254.1.1', 'link-local'],
  ['fe80::1', 'link-local'],
  ['127.0.0.1', 'reserved'],
  ['240.0.0.1', 'reserved'],
  ['4000::1', 'reserved'],
  ['8.8.8.8', 'public'],
  ['2a01:4f8::1', 'public'],
])('%s is %s address space', (text, space) => {
  const address = parseAddress(text);
  expect(address && spaceOf(address)).toBe(space);
});

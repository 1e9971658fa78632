import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf, isUuid, sha256Hex, uuidV5 } from '../../../shared/base/digest.ts';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** RFC 9562 section 5.5, by another implementation of SHA-1. */
function uuidOfNode(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

it('gives the UUID of RFC 9562 appendix A.4', () => {
  expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('gives for any name the UUID that node:crypto gives', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
      const uuid = uuidV5(namespace, name);
      expect(uuid).toBe(uuidOfNode(namespace, name));
      expect(isUuid(uuid)).toBe(true);
    }),
  );
});

it('a namespace in capitals is the same namespace', () => {
  expect(uuidV5(dns.toUpperCase(), 'web1')).toBe(uuidV5(dns, 'web1'));
});

it('refuses a namespace that is not a UUID', () => {
  expect(() => uuidV5('lab', 'web1')).toThrow(RangeError);
});

it('gives the SHA-256 that node:crypto gives, of the UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

it('equal values have equal digests, whatever the order of their members', () => {
  expect(digestOf({ a: 1, b: [2] })).toBe(digestOf({ b: [2], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
});

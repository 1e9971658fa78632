import { bitsOf, type Cidr, formatCidr, parseCidr } from './address.ts';
import { contains, prefixOf } from './prefix.ts';
import { unusableAs } from './special.ts';

/** Networks that no one on the internet owns: a search that begins in one stays in it (RFC 1918, RFC 4193, RFC 3849). */
const blocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', '2001:db8::/32'].flatMap(
  (text) => parseCidr(text) ?? [],
);
const mostTries = 4096;

/** Whether two prefixes have an address in common. */
export function overlap(a: Cidr, b: Cidr): boolean {
  return a.length <= b.length ? contains(a, b.address) : contains(b, a.address);
}

/**
 * The first prefix of the same length, from `from` itself upwards and then from the start of its private block, that
 * `taken` does not refuse. Undefined when there is none, or none among the first 4,096.
 */
export function nextFreePrefix(from: Cidr, taken: (prefix: Cidr) => boolean): Cidr | undefined {
  const { version, value } = prefixOf(from).address;
  const bits = bitsOf(version);
  const block = blocks.find((one) => one.length <= from.length && contains(one, from.address));
  const base = block?.address.value ?? 0n;
  const size = 1n << BigInt(bits - from.length);
  // Outside the private blocks, the IPv4 addresses of single machines end at 224.0.0.0.
  const count =
    block === undefined && version === 4
      ? (224n << 24n) / size
      : (1n << BigInt(bits - (block?.length ?? 0))) / size;
  const start = (value - base) / size;
  for (let step = 0n; step < count && step < mostTries; step++) {
    const index = (start + step) % count;
    const prefix: Cidr = {
      address: { version, value: base + index * size },
      length: from.length,
    };
    if (!unusableAs(prefix.address) && !taken(prefix)) return prefix;
  }
  return undefined;
}

/** Equal prefixes, equal key. */
export function prefixKey(prefix: Cidr): string {
  return formatCidr(prefixOf(prefix));
}

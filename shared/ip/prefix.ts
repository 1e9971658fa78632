import { type Address, bitsOf, type Cidr, parseCidr, sameAddress } from './address.ts';

function hostMask({ address, length }: Cidr): bigint {
  return (1n << BigInt(bitsOf(address.version) - length)) - 1n;
}

/** First address of the prefix: all host bits zero. */
export function networkOf(cidr: Cidr): Address {
  return { version: cidr.address.version, value: cidr.address.value & ~hostMask(cidr) };
}

/** Last address of the prefix; the directed broadcast where the prefix is IPv4 of at most 30 bits. */
export function lastOf(cidr: Cidr): Address {
  return { version: cidr.address.version, value: cidr.address.value | hostMask(cidr) };
}

/** The same prefix with its host bits zeroed. */
export function prefixOf(cidr: Cidr): Cidr {
  return { address: networkOf(cidr), length: cidr.length };
}

/** A prefix as typed in a subnet row: host bits are tolerated and zeroed; undefined if it is no CIDR. */
export function parsePrefix(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  return cidr && prefixOf(cidr);
}

export function contains(prefix: Cidr, address: Address): boolean {
  return (
    prefix.address.version === address.version &&
    networkOf(prefix).value === (address.value & ~hostMask(prefix))
  );
}

/**
 * Whether an address is the network or broadcast address of its IPv4 prefix.
 * /31 and /32 have neither (RFC 3021 section 2.1); IPv6 has no broadcast and gives undefined.
 */
export function reservedRole(cidr: Cidr): 'network' | 'broadcast' | undefined {
  if (cidr.address.version !== 4 || cidr.length > 30) return undefined;
  if (sameAddress(cidr.address, networkOf(cidr))) return 'network';
  if (sameAddress(cidr.address, lastOf(cidr))) return 'broadcast';
  return undefined;
}

/** IPv4 169.254.0.0/16 (RFC 3927) and IPv6 fe80::/10 (RFC 4291): never routed, in no subnet row. */
export function isLinkLocal({ version, value }: Address): boolean {
  return version === 4 ? value >> 16n === 0xa9fen : value >> 118n === 0x3fan;
}

/**
 * The lowest host address of a prefix that `taken` does not refuse, without the network and broadcast
 * address (IPv4) or the all-zeros interface id (IPv6). With `after`, the first one above it, else the lowest of all.
 * Undefined when none is free, or none among the first 65,536.
 */
export function nextFree(
  prefix: Cidr,
  taken: (address: Address) => boolean,
  after?: Address,
): Address | undefined {
  const { version } = prefix.address;
  const pointToPoint = bitsOf(version) - prefix.length <= 1;
  const first = networkOf(prefix).value + (pointToPoint ? 0n : 1n);
  const last = lastOf(prefix).value - (version === 4 && !pointToPoint ? 1n : 0n);
  const search = (from: bigint): Address | undefined => {
    for (let value = from; value <= last && value - from < 65_536n; value++) {
      const address: Address = { version, value };
      if (!taken(address)) return address;
    }
    return undefined;
  };
  const above = after && after.value >= first ? search(after.value + 1n) : undefined;
  return above ?? search(first);
}

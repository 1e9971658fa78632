/** An IPv4 or IPv6 address as a number; compare with `===` on both members. */
export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** An address with a prefix length: 0 to 32 bits, or 0 to 128. Host bits are kept. */
export interface Cidr {
  readonly address: Address;
  readonly length: number;
}

const groups16 = /^[0-9a-f]{1,4}$/i;

/**
 * Four decimal parts, each 0 to 255 without leading zeros: 010 is octal to some systems and ten to others,
 * so it is refused (RFC 6943 section 3.1.1).
 */
function parse4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return { version: 4, value };
}

/** Groups of 16 bits; only the end of an address may be written as IPv4. */
function parseGroups(text: string, ends: boolean): bigint[] | undefined {
  if (text === '') return [];
  const result: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      const tail = ends && index === parts.length - 1 ? parse4(part) : undefined;
      if (!tail) return undefined;
      result.push(tail.value >> 16n, tail.value & 0xffffn);
    } else if (groups16.test(part)) result.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return result;
}

/** RFC 4291 section 2.2, with or without `::` and an IPv4 tail; no zone. */
function parse6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '', true) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return { version: 6, value: all.reduce((value, group) => (value << 16n) | group, 0n) };
}

/** The address that a text means, or undefined. */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parse6(text) : parse4(text);
}

/** Canonical text: dotted decimal, or RFC 5952 (lower case, longest run of zero groups shortened, first on a tie). */
export function formatAddress({ version, value }: Address): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const words = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (words[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return words.join(':');
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`;
}

export function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

/** An address with `/length`; without a length the text is no CIDR and gives undefined. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (!address || !/^(0|[1-9][0-9]{0,2})$/.test(digits) || Number(digits) > bitsOf(address.version))
    return undefined;
  return { address, length: Number(digits) };
}

export function formatCidr({ address, length }: Cidr): string {
  return `${formatAddress(address)}/${length}`;
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.version === b.version && a.value === b.value;
}

/** Key for maps: equal addresses, equal keys. */
export function addressKey({ version, value }: Address): string {
  return `${version}:${value}`;
}

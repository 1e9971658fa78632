import { type Address, formatAddress, parseAddress } from './address.ts';

/** Addresses from `first` to `last`, both included, of one version. */
export interface AddressRange {
  readonly first: Address;
  readonly last: Address;
}

/** `10.0.0.100-10.0.0.199`, or one address. Undefined when it is neither; a range that runs backwards is kept. */
export function parsePool(text: string): AddressRange | undefined {
  const [left = '', right = left, ...more] = text.split('-').map((part) => part.trim());
  const first = parseAddress(left);
  const last = parseAddress(right);
  return first && last && first.version === last.version && more.length === 0 ? { first, last } : undefined;
}

export function formatPool({ first, last }: AddressRange): string {
  return first.value === last.value ? formatAddress(first) : `${formatAddress(first)}-${formatAddress(last)}`;
}

export function inRange({ first, last }: AddressRange, { version, value }: Address): boolean {
  return version === first.version && first.value <= value && value <= last.value;
}

/** What is left of a range without these addresses, in order. */
export function rangeWithout(range: AddressRange, taken: Iterable<Address>): AddressRange[] {
  const { version } = range.first;
  const inside = [...taken].filter((address) => inRange(range, address)).map(({ value }) => value);
  const left: AddressRange[] = [];
  let next = range.first.value;
  for (const value of inside.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (next < value) left.push({ first: { version, value: next }, last: { version, value: value - 1n } });
    if (next <= value) next = value + 1n;
  }
  if (next <= range.last.value) left.push({ first: { version, value: next }, last: range.last });
  return left;
}

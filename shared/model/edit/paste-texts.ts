import {
  type Address,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  sameAddress,
} from '../../ip/address.ts';
import { formatPool, parsePool } from '../../ip/pool.ts';
import { prefixOf } from '../../ip/prefix.ts';
import type { Field } from '../field.ts';
import type { PastedAddresses } from './paste-addresses.ts';

/**
 * What a text of a row becomes where it names addresses or prefixes that moved; the text as typed where it names none, or
 * where they are the same.
 */
export function followText(
  addresses: PastedAddresses,
  field: Field,
  typed: string,
  islands: readonly string[],
): string {
  const form = field.type === 'list' ? field.of : field.type;
  if (form === 'address') return followAddress(addresses, typed, islands);
  if (form === 'prefix' || form === 'text') return followPrefix(addresses, typed, islands);
  if (form === 'option') {
    // `66=10.0.0.5`, or several addresses with commas.
    const [code = '', ...value] = typed.split('=');
    const parts = value.join('=').split(',');
    return [code, parts.map((part) => followAddress(addresses, part, islands)).join(',')].join('=');
  }
  if (form !== 'pool') return typed;
  const range = parsePool(typed);
  const ends = range && [addresses.follow(range.first, islands), addresses.follow(range.last, islands)];
  const [first = range?.first, last = range?.last] = ends ?? [];
  // A pool whose ends went apart is none.
  const isWhole = range && first && last && last.value - first.value === range.last.value - range.first.value;
  return !isWhole || sameAddress(first, range.first) ? typed : formatPool({ first, last });
}

/** An address that a text names, after whoever had it. */
export function followAddress(addresses: PastedAddresses, typed: string, islands: readonly string[]): string {
  const was = parseAddress(typed.trim());
  const now = was && addresses.follow(was, islands);
  return was && now ? addressLike(typed, was, now) : typed;
}

function followPrefix(addresses: PastedAddresses, typed: string, islands: readonly string[]): string {
  if (parseAddress(typed.trim())) return followAddress(addresses, typed, islands);
  const was = parseCidr(typed.trim());
  if (!was) return typed;
  const now = addresses.followPrefix(prefixOf(was), islands);
  return now ? formatCidr(now) : typed;
}

/** The text as typed where it means the address already. */
export function addressLike(typed: string, was: Address, now: Address): string {
  return sameAddress(was, now) ? typed : formatAddress(now);
}

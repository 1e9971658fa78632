import type { Address } from './address.ts';

/**
 * Why no interface can have an address, where that is so: it means "this host" or "none yet" (0.0.0.0/8, ::), leads to the
 * machine itself (127.0.0.0/8, ::1), or names a group (224.0.0.0/4, ff00::/8) or everybody (255.255.255.255).
 * RFC 6890 section 2.2, RFC 5771, RFC 4291 sections 2.5 and 2.7.
 */
export function unusableAs({
  version,
  value,
}: Address): 'unspecified' | 'loopback' | 'multicast' | 'broadcast' | undefined {
  if (version === 4) {
    const first = value >> 24n;
    if (first === 0n) return 'unspecified';
    if (first === 127n) return 'loopback';
    if (first >= 224n && first <= 239n) return 'multicast';
    return value === 0xffff_ffffn ? 'broadcast' : undefined;
  }
  if (value === 0n) return 'unspecified';
  if (value === 1n) return 'loopback';
  return value >> 120n === 0xffn ? 'multicast' : undefined;
}

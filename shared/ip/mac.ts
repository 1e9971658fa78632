import { sha256Hex } from '../base/digest.ts';

/**
 * Twelve upper-case hex digits, or undefined.
 * Takes `08:00:27:…`, `08-00-27-…`, `0800.27…` and plain digits.
 */
export function parseMac(text: string): string | undefined {
  const digits = text.replace(/[:.-]/g, '').toUpperCase();
  return /^[0-9A-F]{12}$/.test(digits) ? digits : undefined;
}

/** Colon form, lower case, as Linux and cloud-init print it. */
export function formatMac(digits: string): string {
  return (digits.toLowerCase().match(/../g) ?? []).join(':');
}

/**
 * A MAC in VirtualBox's range 08:00:27, the same each time for the same seed.
 * `taken` says which are in use; the next one is tried then.
 */
export function mintMac(seed: string, taken: (mac: string) => boolean = () => false): string {
  for (let attempt = 0; ; attempt++) {
    const mac = `080027${sha256Hex(`${seed}#${attempt}`).slice(0, 6).toUpperCase()}`;
    if (!taken(mac)) return mac;
  }
}

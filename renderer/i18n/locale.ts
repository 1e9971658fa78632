import { locales } from '../../shared/messages/locales/index.ts';
import type { Locale } from '../../shared/messages/format.ts';

/** The language to speak: the chosen one, or with `system` the first of the browser's that we have, else English. */
export function chooseLocale(language: string, preferred: readonly string[]): Locale {
  const [fallback] = locales;
  if (!fallback) throw new RangeError('no languages');
  const wanted = language === 'system' ? preferred : [language];
  for (const tag of wanted) {
    const found =
      locales.find((one) => one.tag === tag) ?? locales.find((one) => base(one.tag) === base(tag));
    if (found) return found;
  }
  return fallback;
}

function base(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}

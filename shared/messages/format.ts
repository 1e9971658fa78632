import { rowOf } from '../base/by-id.ts';
import type { MessageValues } from './message.ts';

/** One language: its tag (BCP 47), its own name, its direction, and a template for each message id. */
export interface Locale {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly templates: Readonly<Record<string, string>>;
}

/**
 * Fills a template: `{name}` gives the value, `{count|port|ports}` the value and the form that the language's
 * plural rules choose (the last form serves every category but `one`).
 * An unknown name stays as it is, so that a mistake is seen.
 */
export function fillTemplate(template: string, values: MessageValues, tag: string): string {
  return template.replace(
    /\{(\w+)(?:\|([^{}|]*)\|([^{}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return whole;
      if (one === undefined || other === undefined) return String(value);
      const form = new Intl.PluralRules(tag).select(Number(value)) === 'one' ? one : other;
      return `${value} ${form}`;
    },
  );
}

/** The template of a message in a language, else in English, else undefined. */
export function templateOf(
  id: string,
  locale: Locale,
  english: Readonly<Record<string, string>>,
): { template: string; tag: string } | undefined {
  const own = rowOf(locale.templates, id);
  if (own !== undefined) return { template: own, tag: locale.tag };
  const fallback = rowOf(english, id);
  return fallback === undefined ? undefined : { template: fallback, tag: 'en' };
}

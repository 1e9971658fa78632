import type { Locale } from '../format.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** Every language, English first. */
export const locales: readonly Locale[] = [en, zhCN];

/** The locale that serves a tag such as `zh`, `zh-Hans-CN` or `en_US.UTF-8`; English where none does. */
export function localeFor(tag: string | undefined): Locale {
  const wanted = (tag ?? '').replace('_', '-').toLowerCase();
  return (
    locales.find((locale) => locale.tag.toLowerCase() === wanted) ??
    locales.find((locale) => locale.tag.split('-')[0]?.toLowerCase() === wanted.split(/[-.]/)[0]) ??
    en
  );
}

import type { Backend } from '../host/backend.ts';
import type { Locale } from '../shared/messages/format.ts';
import { localeFor } from '../shared/messages/locales/index.ts';
import { createSpeaker, type Speaker } from './print/words.ts';

/** What every command has: a language, somewhere to speak, somewhere to print JSON. */
export interface Context {
  readonly locale: Locale;
  readonly speaker: Speaker;
  readonly backends: readonly Backend[];
  printJson(value: unknown): void;
}

/** @param lang a locale tag; without one the environment's language is taken, else English */
export function createContext(lang: string | undefined, backends: readonly Backend[]): Context {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = localeFor(lang ?? (LC_ALL || LC_MESSAGES || LANG));
  return {
    locale,
    backends,
    speaker: createSpeaker(locale, (text) => void process.stderr.write(text)),
    printJson: (value) => void process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`),
  };
}

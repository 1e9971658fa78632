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
  /** Prints a result on stdout: a list, a report, a text. */
  print(text: string): void;
}

/** @param lang a locale tag; without one the environment's language is taken, else English */
export function createContext(lang: string | undefined, backends: readonly Backend[]): Context {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = localeFor(lang ?? (LC_ALL || LC_MESSAGES || LANG));
  return {
    locale,
    backends,
    speaker: createSpeaker(locale, (text) => void process.stderr.write(text), wantsColour(process.stderr)),
    print: (text) => void process.stdout.write(text),
    printJson: (value) => void process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`),
  };
}

/** Colour only for people: on a terminal that can show it, and where NO_COLOR is not set (no-color.org). */
function wantsColour(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, TERM } = process.env;
  return stream.isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

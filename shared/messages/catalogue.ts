import { settingWords } from '../diagnostics/words.ts';
import { editWords } from '../model/edit/words.ts';
import { expectedWords, fileWords } from '../file/words.ts';
import { kindWords } from '../kinds/index.ts';
import { rules } from '../rules/index.ts';
import { virtualboxWords } from '../targets/virtualbox/words.ts';
import { cliWords } from './cli.en.ts';
import { fieldWords } from './fields.en.ts';
import { fillTemplate, type Locale, templateOf } from './format.ts';
import { hostWords } from './host.en.ts';
import { type Message, message } from './message.ts';
import { uiEnglish } from './ui.en.ts';

/** English for every message id; it sits with its owner and is only gathered here. */
export const english: Readonly<Record<string, string>> = {
  ...uiEnglish,
  ...fieldWords,
  ...hostWords,
  ...cliWords,
  ...settingWords,
  ...fileWords,
  ...expectedWords,
  ...editWords,
  ...kindWords,
  ...virtualboxWords,
  ...Object.fromEntries(
    rules.flatMap((rule) =>
      Object.entries(rule.messages).map(([id, template]) => [`${rule.id}/${id}`, template]),
    ),
  ),
};

/** The message that names a field of a table. */
export function fieldLabel(table: string, field: string): Message {
  const own = `field/${table}/${field}`;
  return message(Object.hasOwn(english, own) ? own : `field/${field}`);
}

/** The words of a message in a language, else in English; its id where it has no words, so that a mistake is seen. */
export function formatMessage({ id, values }: Message, locale: Locale): string {
  const found = templateOf(id, locale, english);
  return found ? fillTemplate(found.template, values, found.tag) : id;
}

import { app } from 'electron';
import { readSettings } from '../host/settings.ts';
import { formatMessage } from '../shared/messages/catalogue.ts';
import { localeFor } from '../shared/messages/locales/index.ts';
import type { Message } from '../shared/messages/message.ts';

export type Words = (message: Message) => string;

/** Words in the language of the settings, else of the system. */
export async function chooseWords(): Promise<Words> {
  const { language } = await readSettings();
  const locale = localeFor(language === 'system' ? app.getLocale() : language);
  return (message) => formatMessage(message, locale);
}

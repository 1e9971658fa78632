import { formatMessage } from '../../shared/messages/catalogue.ts';
import type { Message } from '../../shared/messages/message.ts';
import { chooseLocale } from '../i18n/locale.ts';
import { settingsStore } from '../stores/settings-store.ts';

/** Words in the language chosen, for what becomes part of the lab. Elements use the hooks of `i18n`. */
export function say(message: Message): string {
  return formatMessage(message, chooseLocale(settingsStore.getState().language, navigator.languages));
}

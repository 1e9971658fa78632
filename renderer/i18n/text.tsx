import { createContext, useContext } from 'react';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import type { Locale } from '../../shared/messages/format.ts';
import { type Message, type MessageValues, message } from '../../shared/messages/message.ts';
import type { uiEnglish } from '../../shared/messages/ui.en.ts';
import { chooseLocale } from './locale.ts';

export type UiId = keyof typeof uiEnglish;

export const LocaleContext = createContext<Locale>(chooseLocale('en', []));

/** Gives the words of a message in the language chosen. */
export function useMessage(): (message: Message) => string {
  const locale = useContext(LocaleContext);
  return (one) => formatMessage(one, locale);
}

/** Gives the interface's own words. */
export function useText(): (id: UiId, values?: MessageValues) => string {
  const locale = useContext(LocaleContext);
  return (id, values = {}) => formatMessage(message(id, values), locale);
}

/** The interface's words as an element. */
export function Text({ id, values = {} }: { readonly id: UiId; readonly values?: MessageValues }) {
  return <>{useText()(id, values)}</>;
}

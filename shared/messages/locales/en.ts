import type { Locale } from '../format.ts';

/** English itself: its templates sit with their owners and are gathered in the catalogue. */
export const en: Locale = { tag: 'en', name: 'English', direction: 'ltr', templates: {} };

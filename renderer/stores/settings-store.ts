import { createStore } from 'zustand/vanilla';
import { type Settings, settingsShape } from '../../shared/contract/shapes.ts';

/** Theme, language and what is seen; the host keeps them. */
export const settingsStore = createStore<Settings>()(() =>
  settingsShape.parse({ theme: 'system', language: 'system' }),
);

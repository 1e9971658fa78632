import { createStore } from 'zustand/vanilla';
import type { Settings } from '../../shared/contract/shapes.ts';

/** Theme and language; the host keeps them. */
export const settingsStore = createStore<Settings>()(() => ({ theme: 'system', language: 'system' }));

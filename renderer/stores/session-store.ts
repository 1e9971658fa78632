import { createStore } from 'zustand/vanilla';
import type { DraftView } from '../../shared/contract/shapes.ts';

export interface SessionState {
  readonly ready: boolean;
  readonly writable: boolean;
  readonly workspace: string;
  /** Whether the system asks for files; else the page does. */
  readonly dialogs: boolean;
  /** Unsaved work of sessions that ended without a word, not decided on yet. */
  readonly drafts: readonly DraftView[];
  /** Files among them that cannot be read. */
  readonly unreadableDrafts: readonly string[];
  /** VirtualBox as the host sees it; undefined until it has answered. */
  readonly virtualbox: { readonly found: boolean; readonly version?: string | undefined } | undefined;
  readonly connected: boolean;
}

/** What the host said about this session. */
export const sessionStore = createStore<SessionState>()(() => ({
  ready: false,
  writable: true,
  workspace: '',
  dialogs: false,
  drafts: [],
  unreadableDrafts: [],
  virtualbox: undefined,
  connected: true,
}));

import { createStore } from 'zustand/vanilla';

export interface SessionState {
  readonly ready: boolean;
  readonly writable: boolean;
  readonly workspace: string;
  /** VirtualBox as the host sees it; undefined until it has answered. */
  readonly virtualbox: { readonly found: boolean; readonly version?: string | undefined } | undefined;
  readonly connected: boolean;
}

/** What the host said about this session. */
export const sessionStore = createStore<SessionState>()(() => ({
  ready: false,
  writable: true,
  workspace: '',
  virtualbox: undefined,
  connected: true,
}));

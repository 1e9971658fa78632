import { createStore } from 'zustand/vanilla';
import type { DiagnosticView } from '../../shared/contract/shapes.ts';
import type { Message } from '../../shared/messages/message.ts';

export type DialogView =
  | { readonly kind: 'open' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly diagnostics: readonly DiagnosticView[] }
  | { readonly kind: 'save-as' }
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'unsaved'; readonly proceed: () => void }
  | { readonly kind: 'plan' };

export interface Notice {
  readonly tone: 'ok' | 'error';
  readonly message: Message;
  readonly detail?: string | undefined;
}

export interface ViewState {
  readonly dialog: DialogView | undefined;
  readonly notice: Notice | undefined;
  readonly problemsOpen: boolean;
  /** Only the problems of this device are listed. */
  readonly problemsOf: string | undefined;
  /** The file moved on while it was open here. */
  readonly changedOnDisk: boolean;
}

/** Which dialog, notice and panel is seen. */
export const viewStore = createStore<ViewState>()(() => ({
  dialog: undefined,
  notice: undefined,
  problemsOpen: false,
  problemsOf: undefined,
  changedOnDisk: false,
}));

export function openDialog(dialog: DialogView): void {
  viewStore.setState({ dialog, notice: undefined });
}

export function closeDialog(): void {
  viewStore.setState({ dialog: undefined });
}

export function notify(notice: Notice | undefined): void {
  viewStore.setState({ notice });
}

export function openProblems(device?: string): void {
  viewStore.setState({ problemsOpen: true, problemsOf: device });
}

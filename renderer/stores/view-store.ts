import { createStore } from 'zustand/vanilla';
import type { DiagnosticView } from '../../shared/contract/shapes.ts';
import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import type { Message } from '../../shared/messages/message.ts';

export type DialogView =
  | { readonly kind: 'open' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly diagnostics: readonly DiagnosticView[] }
  | { readonly kind: 'save-as'; readonly proceed?: (() => void) | undefined }
  | { readonly kind: 'changed'; readonly file: string; readonly proceed?: (() => void) | undefined }
  | { readonly kind: 'exists'; readonly file: string; readonly proceed?: (() => void) | undefined }
  | { readonly kind: 'unsaved'; readonly proceed: () => void }
  | { readonly kind: 'plan' }
  | { readonly kind: 'commands'; readonly find: 'everything' | 'devices' }
  | { readonly kind: 'shortcuts' };

export interface Notice {
  readonly tone: 'ok' | 'error' | 'hint';
  readonly message: Message;
  readonly detail?: string | undefined;
}

export interface ViewState {
  readonly dialog: DialogView | undefined;
  readonly notice: Notice | undefined;
  /** Which panel is open below the canvas. */
  readonly bottom: 'problems' | 'list' | undefined;
  /** The problem gone to last, as it stands in the analysis. */
  readonly problem: Diagnostic | undefined;
  /** Only the problems of this device are listed. */
  readonly problemsOf: string | undefined;
  /** What became of the file while it was open here. */
  readonly onDisk: 'same' | 'changed' | 'gone';
}

/** Which dialog, notice and panel is seen. */
export const viewStore = createStore<ViewState>()(() => ({
  dialog: undefined,
  notice: undefined,
  bottom: undefined,
  problem: undefined,
  problemsOf: undefined,
  onDisk: 'same',
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
  viewStore.setState({ bottom: 'problems', problemsOf: device });
}

import { createStore } from 'zustand/vanilla';
import type { Result } from '../../shared/base/result.ts';
import type { Message } from '../../shared/messages/message.ts';
import {
  applyChange,
  type Change,
  invertChange,
  isEmptyChange,
  mergeChanges,
} from '../../shared/model/change.ts';
import { type Design, emptyDesign, tableNames } from '../../shared/model/design.ts';
import type { Edit, TakenIds } from '../../shared/model/edit/edit.ts';

export interface HistoryStep {
  readonly label: Message;
  readonly change: Change;
  /** Steps in a row with the same gesture are one step. */
  readonly gesture?: string | undefined;
}

export interface DesignState {
  readonly design: Design;
  readonly history: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** The last step that is in the file; undefined while the file is as it was opened. */
  readonly savedAt: HistoryStep | undefined;
  /** Where the lab lives in the workspace, and the version last read or written. */
  readonly file?: string | undefined;
  readonly version?: string | undefined;
  /** Counts labs opened, so that the canvas knows when to show another one. */
  readonly opened: number;
}

const nowhere = emptyDesign({ id: '00000000-0000-4000-8000-000000000000', name: 'lab' });
const taken = new Set<string>();

/** The document and its history. Read it anywhere; it changes only through the functions of this file. */
export const designStore = createStore<DesignState>()(() => ({
  design: nowhere,
  history: [],
  future: [],
  savedAt: undefined,
  opened: 0,
}));

/** Every id this session has seen, of any table. */
export function takenIds(): TakenIds {
  return taken;
}

/** Whether there is anything that the file does not have. */
export function isUnsaved(state: DesignState): boolean {
  return state.history.at(-1) !== state.savedAt;
}

/** Does an edit as one step that can be undone; what stands in its way comes back as a message. */
export function run<Input>(
  edit: Edit<Input>,
  input: Input,
  label: Message,
  gesture?: string,
): Result<Change, Message> {
  const { design, history, savedAt } = designStore.getState();
  const result = edit(design, input);
  if (!result.ok || isEmptyChange(result.value)) return result;
  const last = history.at(-1);
  const merges = last !== undefined && gesture !== undefined && last.gesture === gesture && last !== savedAt;
  const change = merges ? mergeChanges(last.change, result.value) : result.value;
  const next = applyChange(design, result.value);
  remember(next);
  const earlier = merges ? history.slice(0, -1) : history;
  designStore.setState({
    design: next,
    // A gesture that ends where it began leaves no step to undo.
    history: isEmptyChange(change) ? earlier : [...earlier, { label, change, gesture }],
    future: [],
  });
  return result;
}

export function undo(): void {
  const { design, history, future } = designStore.getState();
  const step = history.at(-1);
  if (!step) return;
  designStore.setState({
    design: applyChange(design, invertChange(step.change)),
    history: history.slice(0, -1),
    future: [...future, step],
  });
}

export function redo(): void {
  const { design, history, future } = designStore.getState();
  const step = future.at(-1);
  if (!step) return;
  designStore.setState({
    design: applyChange(design, step.change),
    history: [...history, step],
    future: future.slice(0, -1),
  });
}

/** Puts another lab in place of this one; its history starts here. */
export function openDesign(
  design: Design,
  from: { readonly file?: string; readonly version?: string },
): void {
  remember(design);
  designStore.setState((state) => ({
    design,
    history: [],
    future: [],
    savedAt: undefined,
    file: from.file,
    version: from.version,
    opened: state.opened + 1,
  }));
}

/** Notes that the file now holds the design as it was after `step`. */
export function markSaved(file: string, version: string, step: HistoryStep | undefined): void {
  designStore.setState({ file, version, savedAt: step });
}

function remember(design: Design): void {
  for (const table of tableNames) for (const id of Object.keys(design[table])) taken.add(id);
}

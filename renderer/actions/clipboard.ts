import { readDesign } from '../../shared/file/read.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { message } from '../../shared/messages/message.ts';
import { type Design, labRow, type Position, tableNames } from '../../shared/model/design.ts';
import { clipOf } from '../../shared/model/edit/clip.ts';
import { paste } from '../../shared/model/edit/paste.ts';
import { canvasStore, select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { notify } from '../stores/view-store.ts';
import { report } from './report.ts';
import { removeSelection, selected } from './selection.ts';

/** What was copied last in this window, for where the clipboard may not be read. */
let copied: string | undefined;
/** What a cut took from the lab, until it was pasted once: the machine that comes back is the same one. */
let cut: { readonly lab: string; readonly ids: ReadonlySet<string> } | undefined;
/** Pastes of the same text go further each time, so that none covers another. */
let pastes = 0;
const step = 32;

export function hasCopied(): boolean {
  return copied !== undefined;
}

/** The selection as the text of a lab file; undefined when nothing is selected. */
export function copySelection(): string | undefined {
  const clip = clipOf(designStore.getState().design, selected());
  if (!clip) return undefined;
  copied = writeDesign(clip);
  pastes = 0;
  cut = undefined;
  return copied;
}

/** The same, and then the selection is removed. */
export function cutSelection(): string | undefined {
  const text = copySelection();
  if (text === undefined) return undefined;
  const before = designStore.getState().design;
  removeSelection();
  cut = { lab: labRow(before).id, ids: idsGone(before, designStore.getState().design) };
  // The first paste covers nothing: what it brings back goes where it was.
  pastes = -1;
  return text;
}

/** Copies to the clipboard of the computer, for a menu or the palette, which have no clipboard event. */
export async function writeClipboard(text: string | undefined): Promise<void> {
  // Without the permission the copy still pastes within this window.
  if (text !== undefined) await navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** Adds what a copied text holds. A text that is no lab is left alone, with a word. */
export function pasteText(given: string | undefined = copied): void {
  if (given === undefined) return;
  // Windows gives lines back with other ends than it got.
  const text = given.replaceAll('\r\n', '\n');
  const { design: clip } = readDesign(text);
  if (!clip) return notify({ tone: 'hint', message: message('ui/paste-no-lab') });
  const isSame = text === copied;
  const isBack = isSame && cut?.lab === labRow(designStore.getState().design).id;
  const back = isBack ? cut?.ids : undefined;
  pastes = isSame ? pastes + 1 : 1;
  copied = text;
  cut = undefined;
  add(clip, { x: pastes * step, y: pastes * step }, back);
}

/** Adds a copy of the selection beside it. */
export function duplicateSelection(): void {
  const clip = clipOf(designStore.getState().design, selected());
  if (clip) add(clip, { x: step, y: step });
}

function add(clip: Design, by: Position, back?: ReadonlySet<string>): void {
  const before = designStore.getState().design;
  const count = Object.keys(clip.devices).length + Object.keys(clip.notes).length;
  const away = isInView(clip) ? { by } : { at: canvasStore.getState().centre };
  const result = run(paste, { clip, ...away, taken: takenIds(), back }, message('edit/paste', { count }));
  if (!report(result)) return;
  const { design } = designStore.getState();
  const added = (table: 'devices' | 'notes'): string[] =>
    Object.keys(design[table]).filter((id) => !Object.hasOwn(before[table], id));
  select({ devices: added('devices'), notes: added('notes') });
}

/** Ids of rows that a design has no more. */
function idsGone(before: Design, now: Design): ReadonlySet<string> {
  const gone = tableNames.flatMap((table) =>
    Object.keys(before[table]).filter((id) => !Object.hasOwn(now[table], id)),
  );
  return new Set(gone);
}

/** Whether the clip would land about where a person looks; else it comes to the middle of what is seen. */
function isInView(clip: Design): boolean {
  const { centre } = canvasStore.getState();
  return [...Object.values(clip.positions), ...Object.values(clip.notes)].some(
    ({ x, y }) => Math.abs(x - centre.x) < 640 && Math.abs(y - centre.y) < 400,
  );
}

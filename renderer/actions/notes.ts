import { message } from '../../shared/messages/message.ts';
import type { Note, Position } from '../../shared/model/design.ts';
import { addNote, changeNote } from '../../shared/model/edit/note.ts';
import { remove } from '../../shared/model/edit/remove.ts';
import { canvasStore, select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { report } from './report.ts';

/** Adding a note and what is typed into it at once are one step. */
const gestureOf = (note: string): string => `new-note ${note}`;

/** Adds an empty note in the middle of what is seen, or at a place, and begins to type. */
export function addNoteAt(at?: Position): void {
  const { centre } = canvasStore.getState();
  const corner = at ?? { x: centre.x - 100, y: centre.y - 48 };
  const input = { at: corner, text: '', taken: takenIds() };
  const planned = addNote(designStore.getState().design, input);
  const [note = ''] = Object.keys(planned.ok ? (planned.value.notes ?? {}) : {});
  if (!report(run(addNote, input, message('edit/add-note'), gestureOf(note)))) return;
  select({ notes: [note] });
  canvasStore.setState({ typing: { note, isNew: true } });
}

/** Begins to type into a note that is there. */
export function typeInto(note: string): void {
  select({ notes: [note] });
  canvasStore.setState({ typing: { note, isNew: false } });
}

/** Takes what was typed. A note without words goes. */
export function endTyping(words: string): void {
  const { typing } = canvasStore.getState();
  if (!typing) return;
  canvasStore.setState({ typing: undefined });
  const { note, isNew } = typing;
  if (!designStore.getState().design.notes[note]) return;
  if (words.trim() === '') {
    const rows = [{ table: 'notes', row: note }] as const;
    const gesture = isNew ? gestureOf(note) : undefined;
    report(run(remove, { rows }, message('edit/remove', { count: 1 }), gesture));
  } else if (isNew)
    report(run(changeNote, { note, to: { text: words } }, message('edit/add-note'), gestureOf(note)));
  else editNote(note, { text: words });
}

/** Changes the words, the place or the size of a note. */
export function editNote(note: string, to: Partial<Note>): void {
  report(run(changeNote, { note, to }, message('edit/change-note')));
}

import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { Note, Position } from '../design.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId } from './names.ts';

/** Canvas pixels at zoom 1. */
const standard = { width: 200, height: 96 };
const least = { width: 80, height: 40 };

/** Adds a note; its text may be empty and is then to be typed. */
export const addNote: Edit<{ readonly at: Position; readonly text: string; readonly taken: TakenIds }> = (
  design,
  { at, text, taken },
) => {
  const after: Note = { text, x: Math.round(at.x), y: Math.round(at.y), ...standard };
  return ok({ notes: { [freshId(design.notes, 'note', taken)]: { after } } });
};

/** Changes the words, the place or the size of a note. */
export const changeNote: Edit<{ readonly note: string; readonly to: Partial<Note> }> = (
  design,
  { note, to },
) => {
  const before = rowOf(design.notes, note);
  if (!before) return fail(message('edit/gone'));
  const wanted = { ...before, ...to };
  const after: Note = {
    ...wanted,
    x: Math.round(wanted.x),
    y: Math.round(wanted.y),
    width: Math.max(least.width, Math.round(wanted.width)),
    height: Math.max(least.height, Math.round(wanted.height)),
  };
  const fields = ['text', 'x', 'y', 'width', 'height'] as const;
  if (fields.every((field) => before[field] === after[field])) return ok({});
  return ok({ notes: { [note]: { before, after } } });
};

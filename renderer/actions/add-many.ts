import { paletteEntries, type PaletteEntry } from '../../shared/kinds/composites.ts';
import { message } from '../../shared/messages/message.ts';
import { addMany } from '../../shared/model/edit/add-many.ts';
import { bestFits, folded, indexed } from '../../shared/text/match.ts';
import { bringIntoView, canvasStore, select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { report } from './report.ts';

/** As many as can be added at once. */
export const mostAtOnce = 100;

/** Several devices of a kind, as typed. */
export interface ManyWanted {
  readonly entry: PaletteEntry;
  readonly count: number;
}

/** What `5 vm`, `5 virtual machines` or `3 台虚拟机` ask for; `namesOf` gives what an entry is called. */
export function manyWanted(query: string, namesOf: (entry: PaletteEntry) => readonly string[]): ManyWanted[] {
  const [, digits = '', words = ''] =
    /^\s*([0-9]{1,4})\s*[x×*台个张条]?\s*([^\s0-9.:/].*)$/u.exec(folded(query)) ?? [];
  const count = Number(digits);
  if (count < 1) return [];
  const single = words.trim().split(/\s+/).map(singular).join(' ');
  return bestFits(single, paletteEntries, (entry) =>
    indexed({ names: [entry, ...namesOf(entry)], more: [] }),
  ).map((entry) => ({ entry, count }));
}

/** Adds several devices as one step, below what is drawn so that they cover nothing, and selects them. */
export function addManyDevices({ entry, count }: ManyWanted): void {
  const { centre } = canvasStore.getState();
  const drawn = Object.values(designStore.getState().design.positions);
  const at =
    drawn.length === 0
      ? { x: centre.x - 300, y: centre.y - 60 }
      : { x: Math.min(...drawn.map(({ x }) => x)), y: Math.max(...drawn.map(({ y }) => y)) + 120 };
  const result = run(addMany, { entry, count, at, taken: takenIds() }, message('edit/add-many', { count }));
  if (!report(result) || !result.ok) return;
  const added = Object.entries(result.value.devices ?? {}).filter(([, row]) => row.before === undefined);
  if (added.length === 0) return;
  select({ devices: added.map(([id]) => id) });
  bringIntoView({ kind: 'selection' });
}

/** An English plural without its ending; other words stay as they are. */
function singular(word: string): string {
  return /(ch|s|x)es$/.test(word) ? word.slice(0, -2) : /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

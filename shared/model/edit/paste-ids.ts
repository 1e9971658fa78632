import { type Design, tableNames } from '../design.ts';
import type { TakenIds } from './edit.ts';
import { mentioned } from './row-names.ts';

/** Gives ids that nothing has, had in this session, or points at; none twice. */
export interface Ids {
  /** Whether an id could be given. */
  isFree(id: string): boolean;
  /** The lowest `<stem><n>` that is free. What comes back has the id that it had, `was`, if nobody has it meanwhile. */
  fresh(stem: string, was?: string): string;
  /** `wanted`, made an id, where that is free; else with `-2`, `-3` and so on. `was` as for `fresh`. */
  like(wanted: string, was?: string): string;
}

/** @param back ids of what comes back: those of its rows that no row has may be given to them again */
export function idsFor(design: Design, taken: TakenIds, back: ReadonlySet<string> = new Set()): Ids {
  const rows = new Set(tableNames.flatMap((table) => Object.keys(design[table])));
  const returning = new Set([...back].filter((id) => !rows.has(id)));
  const used = new Set([...taken, ...mentioned(design), ...back]);
  /** Where the search for each stem went on to, so that many things with one stem are not counted from 1 each time. */
  const reached = new Map<string, number>();
  const isFree = (id: string) => !used.has(id);
  const fresh = (stem: string, first = 1): string => {
    let number = reached.get(stem) ?? first;
    while (!isFree(`${stem}${number}`)) number++;
    reached.set(stem, number + 1);
    used.add(`${stem}${number}`);
    return `${stem}${number}`;
  };
  /** Each id comes back once. */
  const isBack = (was: string | undefined): was is string => was !== undefined && returning.delete(was);
  return {
    isFree,
    fresh: (stem, was) => (isBack(was) ? was : fresh(stem)),
    like: (wanted, was) => {
      if (isBack(was)) return was;
      const id = slug(wanted);
      if (!isFree(id)) return fresh(`${id}-`, 2);
      used.add(id);
      return id;
    },
  };
}

/** An id like a text: what no id may have becomes a hyphen, and there is room for a number after it. */
export function slug(text: string): string {
  const plain = text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 110);
  return plain === '' ? 'x' : plain;
}

import type { Message } from '../messages/message.ts';
import {
  applyChange,
  type Change,
  changeBetween,
  isEmptyChange,
  mergeChanges,
  touchedRows,
} from '../model/change.ts';
import type { Design, Place } from '../model/design.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';

/** A finding that was mended, and how. */
export interface Mended {
  readonly code: string;
  readonly at: Place;
  readonly message: Message;
  readonly label: Message;
}

export interface Mending {
  /** All fixes as one change from the design that was given. */
  readonly change: Change;
  readonly design: Design;
  readonly mended: readonly Mended[];
  /** What is wrong with the design afterwards. */
  readonly left: readonly Diagnostic[];
}

/** More rounds would mean that fixes undo each other. */
const mostRounds = 10;

/**
 * Applies every safe fix that a lab is offered: those that touch different rows together, then the lab is analysed again,
 * until there are none or for ten rounds. Same design, same result.
 */
export function applySafeFixes(
  design: Design,
  analyse: (design: Design) => { readonly diagnostics: readonly Diagnostic[] },
): Mending {
  let now = design;
  let left = analyse(now).diagnostics;
  const mended: Mended[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const chosen = compatible(left);
    if (chosen.length === 0) break;
    const change = chosen.map(({ fix }) => fix.change).reduce<Change>(mergeChanges, {});
    now = applyChange(now, change);
    left = analyse(now).diagnostics;
    for (const { finding, fix } of chosen) {
      const { code, at, message } = finding;
      mended.push({ code, at, message, label: fix.label });
    }
  }
  return { change: changeBetween(design, now), design: now, mended, left };
}

/** The first safe fix of each finding, as long as it touches no row that one before it touches. */
function compatible(diagnostics: readonly Diagnostic[]): { finding: Diagnostic; fix: Fix }[] {
  const touched = new Set<string>();
  return diagnostics.flatMap((finding) => {
    const fix = finding.fixes.find(({ safety, change }) => safety === 'safe' && !isEmptyChange(change));
    if (!fix) return [];
    const rows = touchedRows(fix.change).map(({ table, row }) => `${table} ${row}`);
    if (rows.some((row) => touched.has(row))) return [];
    for (const row of rows) touched.add(row);
    return [{ finding, fix }];
  });
}

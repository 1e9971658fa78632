import { ok } from '../../base/result.ts';
import { applyChange, type Change, mergeChanges } from '../change.ts';
import type { Edit } from './edit.ts';

/** Several edits as one: each starts where the one before ends. Where one is refused, all are. */
export function inTurn<Input>(...edits: readonly Edit<Input>[]): Edit<Input> {
  return (design, input) => {
    let now = design;
    let whole: Change = {};
    for (const edit of edits) {
      const result = edit(now, input);
      if (!result.ok) return result;
      now = applyChange(now, result.value);
      whole = mergeChanges(whole, result.value);
    }
    return ok(whole);
  };
}

import { expect, it } from 'vitest';
import { applyChange, invertChange } from '../../../../shared/model/change.ts';
import { inTurn } from '../../../../shared/model/edit/in-turn.ts';
import { move } from '../../../../shared/model/edit/move.ts';
import { rename } from '../../../../shared/model/edit/rename.ts';
import type { Design } from '../../../../shared/model/design.ts';
import { after, labOf, refusal } from './lab.ts';

const right = (design: Design, { x }: { readonly x: number }) =>
  move(design, { devices: { vm1: { x, y: 0 } } });
const called = (name: string) => (design: Design) => rename(design, { table: 'devices', row: 'vm1', name });

it('edits in turn are one change, in which the last word counts, and which is undone as a whole', () => {
  const lab = labOf('vm');
  const edit = inTurn(called('first'), right, called('last'));
  const result = edit(lab, { x: 40 });
  expect(result.ok && result.value).toEqual({
    devices: { vm1: { before: lab.devices['vm1'], after: { ...lab.devices['vm1'], name: 'last' } } },
    positions: { vm1: { before: { x: 0, y: 0 }, after: { x: 40, y: 0 } } },
  });
  const done = after(lab, edit, { x: 40 });
  expect(result.ok && applyChange(done, invertChange(result.value))).toEqual(lab);
});

it('where one is refused, all are', () => {
  expect(refusal(labOf('vm'), inTurn(right, called('no name')), { x: 40 })).toBe('edit/not-a-name');
});

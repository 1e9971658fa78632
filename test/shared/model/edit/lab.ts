import { applyChange } from '../../../../shared/model/change.ts';
import { type Design, emptyDesign } from '../../../../shared/model/design.ts';
import { addDevice, type NewDevice } from '../../../../shared/model/edit/add-device.ts';
import type { Edit } from '../../../../shared/model/edit/edit.ts';

export const empty: Design = emptyDesign({ id: '11111111-1111-4111-8111-111111111111', name: 'lab' });
export const none: ReadonlySet<string> = new Set();

/** The design after an edit. @throws Error when it was refused */
export function after<Input>(design: Design, edit: Edit<Input>, input: Input): Design {
  const result = edit(design, input);
  if (!result.ok) throw new Error(`refused: ${result.problem.id}`);
  return applyChange(design, result.value);
}

/** Why an edit is refused; undefined when it is not. */
export function refusal<Input>(design: Design, edit: Edit<Input>, input: Input): string | undefined {
  const result = edit(design, input);
  return result.ok ? undefined : result.problem.id;
}

/** A lab with these devices, side by side. */
export function labOf(...entries: NewDevice[]): Design {
  return entries.reduce(
    (design, entry, index) => after(design, addDevice, { entry, at: { x: index * 200, y: 0 }, taken: none }),
    empty,
  );
}

import { ok } from '../../base/result.ts';
import type { Change, RowChange } from '../change.ts';
import type { Edit } from './edit.ts';
import { type SetField, setField } from './set-field.ts';

export interface SetFields extends Omit<SetField, 'row'> {
  readonly rows: readonly string[];
}

/** Sets one field of several rows; refused as a whole where one row refuses it. */
export const setFields: Edit<SetFields> = (design, { rows, table, field, text }) => {
  const changed: Record<string, RowChange<unknown>> = {};
  for (const row of rows) {
    const result = setField(design, { table, row, field, text });
    if (!result.ok) return result;
    Object.assign(changed, result.value[table]);
  }
  return ok(Object.keys(changed).length > 0 ? ({ [table]: changed } as Change) : {});
};

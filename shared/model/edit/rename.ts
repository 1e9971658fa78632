import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import { labRow } from '../design.ts';
import type { Edit } from './edit.ts';
import { isDeviceName, isDnsLabel } from './names.ts';

export interface Rename {
  readonly table: 'devices' | 'lab' | 'groups';
  readonly row: string;
  readonly name: string;
}

/** Renames a device, a group or the lab. The id stays, so nothing that points at the device is lost. */
export const rename: Edit<Rename> = (design, { table, row, name }) => {
  const wanted = name.trim();
  if (wanted === '') return fail(message('edit/empty-name'));
  if (table === 'lab') {
    const before = labRow(design);
    return ok(before.name === wanted ? {} : { lab: { lab: { before, after: { ...before, name: wanted } } } });
  }
  if (table === 'groups') {
    const before = rowOf(design.groups, row);
    if (!before) return fail(message('edit/gone'));
    return ok(
      before.name === wanted ? {} : { groups: { [row]: { before, after: { ...before, name: wanted } } } },
    );
  }
  const before = rowOf(design.devices, row);
  if (!before) return fail(message('edit/gone'));
  if (before.name === wanted) return ok({});
  if (!isDnsLabel(wanted)) return fail(message('edit/not-a-name', { name: wanted }));
  if (isDeviceName(design, wanted, row)) return fail(message('edit/name-taken', { name: wanted }));
  return ok({ devices: { [row]: { before, after: { ...before, name: wanted } } } });
};

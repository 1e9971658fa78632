import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { RowChange } from '../change.ts';
import type { Design, Group } from '../design.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId } from './names.ts';

export interface GroupDevices {
  readonly devices: readonly string[];
  /** Shown on the frame. */
  readonly name: string;
  readonly taken: TakenIds;
}

/** Puts devices into a new group and takes them out of the ones they were in; a group left empty goes. */
export const group: Edit<GroupDevices> = (design, { devices, name, taken }) => {
  const members = [...new Set(devices)].filter((id) => rowOf(design.devices, id)).sort();
  if (members.length === 0) return fail(message('edit/gone'));
  const wanted = name.trim();
  if (wanted === '') return fail(message('edit/empty-name'));
  const id = freshId(design.groups, 'group', taken);
  return ok({
    groups: {
      ...withoutMembers(design, new Set(members)),
      [id]: { after: { name: wanted, devices: members } },
    },
  });
};

/** Takes groups apart; their devices stay where they are. */
export const ungroup: Edit<{ readonly groups: readonly string[] }> = (design, { groups }) => {
  const gone: Record<string, RowChange<Group>> = {};
  for (const id of groups) {
    const before = rowOf(design.groups, id);
    if (before) gone[id] = { before };
  }
  return Object.keys(gone).length > 0 ? ok({ groups: gone }) : fail(message('edit/gone'));
};

/** What becomes of the groups when these devices leave them. */
export function withoutMembers(
  design: Design,
  leaving: ReadonlySet<string>,
): Record<string, RowChange<Group>> {
  const result: Record<string, RowChange<Group>> = {};
  for (const [id, before] of Object.entries(design.groups)) {
    const devices = before.devices.filter((device) => !leaving.has(device));
    if (devices.length === before.devices.length) continue;
    result[id] = devices.length === 0 ? { before } : { before, after: { ...before, devices } };
  }
  return result;
}

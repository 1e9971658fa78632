import { rowOf, type Table } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { RowChange } from '../change.ts';
import type { Position } from '../design.ts';
import type { Device } from '../topology.ts';
import type { Edit } from './edit.ts';
import { withFields } from './fields.ts';
import { move } from './move.ts';

export interface PlaceOn {
  readonly devices: readonly string[];
  /** The host that runs them; undefined for this computer. */
  readonly host: string | undefined;
  /** Where they were dropped. */
  readonly positions?: Table<Position>;
}

/** Says which host runs devices, and puts them where they were dropped. Cables stay; a host runs machines, routers and virtual switches. */
export const placeOn: Edit<PlaceOn> = (design, { devices, host, positions = {} }) => {
  const target = rowOf(design.devices, host);
  if (host !== undefined && !target) return fail(message('edit/gone'));
  if (target && target.kind !== 'host') return fail(message('edit/not-a-host', { name: target.name }));
  const there = devices.filter((id) => rowOf(design.devices, id));
  if (there.length === 0) return fail(message('edit/gone'));
  const changed: Record<string, RowChange<Device>> = {};
  for (const id of there) {
    const before = rowOf(design.devices, id);
    if (!before || before.on === host) continue;
    if (host !== undefined && !runsOnHost(before)) {
      return fail(message('edit/not-on-host', { name: before.name }));
    }
    changed[id] = { before, after: withFields(before, { on: host }) };
  }
  const moved = move(design, { devices: positions });
  if (!moved.ok) return moved;
  return ok({ ...moved.value, ...(Object.keys(changed).length > 0 && { devices: changed }) });
};

/** What a hypervisor can run. Hosts are not among them, so no host comes to run on itself. */
export function runsOnHost({ kind, physical }: Device): boolean {
  return kind === 'vm' || kind === 'router' || (kind === 'switch' && physical !== true);
}

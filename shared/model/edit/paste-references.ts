import { rowOf, sortedRows } from '../../base/by-id.ts';
import { type Design, labRow } from '../design.ts';
import type { FieldTables } from '../fields.ts';
import type { Ids } from './paste-ids.ts';
import { namesFor, type PastedDevice } from './paste-names.ts';

/** What the rows of a clip point at, once pasted: what came along, else what is still in the lab that it was copied from. */
export interface References {
  readonly devices: ReadonlyMap<string, PastedDevice>;
  /** Ids of the pasted interfaces, by those in the clip. */
  readonly interfaces: ReadonlyMap<string, string>;
  device(id: string | undefined): string | undefined;
  interface(id: string | undefined): string | undefined;
  /** What the id of a row of any table becomes; undefined where it would lead nowhere. */
  row(table: keyof FieldTables, id: string): string | undefined;
  /** Says what a row of the clip has become. */
  became(table: keyof FieldTables, id: string, now: string): void;
  /** The row of the lab itself that has this id in the clip: the clip is of this lab and the row is still here. */
  still(table: keyof FieldTables, id: string): string | undefined;
}

export function referencesFor(design: Design, clip: Design, ids: Ids): References {
  const devices = namesFor(design, clip, ids);
  const interfaces = new Map<string, string>();
  for (const [id, row] of sortedRows(clip.interfaces)) {
    const owner = devices.get(row.device);
    if (owner) interfaces.set(id, ids.like(`${owner.id}.${row.name}`, id));
  }
  const isSameLab = labRow(clip).id === labRow(design).id;
  const still = (table: keyof FieldTables, id: string | undefined) =>
    isSameLab && rowOf<unknown>(design[table], id) !== undefined ? id : undefined;
  const device: References['device'] = (id) => devices.get(id ?? '')?.id ?? still('devices', id);
  const others = new Map<string, string>();
  return {
    devices,
    interfaces,
    device,
    interface: (id) => interfaces.get(id ?? '') ?? still('interfaces', id),
    row: (table, id) => {
      if (table === 'devices') return device(id);
      const now = table === 'interfaces' ? interfaces.get(id) : others.get(`${table} ${id}`);
      return now ?? still(table, id);
    },
    became: (table, id, now) => void others.set(`${table} ${id}`, now),
    still,
  };
}

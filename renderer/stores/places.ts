import { rowOf } from '../../shared/base/by-id.ts';
import type { Design } from '../../shared/model/design.ts';
import { type FieldTables, fieldTables } from '../../shared/model/fields.ts';

/** A place as diagnostics name it; tables from a host are text. */
export interface AnyPlace {
  readonly table: string;
  readonly row: string;
  readonly field?: string | undefined;
}

/** The devices that a place belongs to: one, two for a cable, none for the lab or a subnet. */
export function devicesAt(design: Design, at: AnyPlace): string[] {
  const deviceOf = (id: string | undefined) => rowOf(design.interfaces, id)?.device;
  switch (at.table) {
    case 'devices':
    case 'positions':
      return rowOf(design.devices, at.row) ? [at.row] : [];
    case 'interfaces':
      return known(deviceOf(at.row));
    case 'nat':
      return known(rowOf(design.nat, at.row)?.device);
    case 'links': {
      const link = rowOf(design.links, at.row);
      return [...new Set([...known(deviceOf(link?.a)), ...known(deviceOf(link?.b))])];
    }
    default:
      return [];
  }
}

/** Whether a place is this field or a part of it: `addresses.0` is part of `addresses`. */
export function isAtField(at: AnyPlace, field: string): boolean {
  return at.field === field || (at.field?.startsWith(`${field}.`) ?? false);
}

/** What a person calls a place: `web1 eth0`, `web1`, a prefix. */
export function placeName(design: Design, at: AnyPlace): string {
  const interfaceName = (id: string | undefined) => {
    const row = rowOf(design.interfaces, id);
    return row ? `${rowOf(design.devices, row.device)?.name ?? row.device} ${row.name}` : (id ?? '');
  };
  switch (at.table) {
    case 'devices':
      return rowOf(design.devices, at.row)?.name ?? at.row;
    case 'interfaces':
      return interfaceName(at.row);
    case 'links': {
      const link = rowOf(design.links, at.row);
      return link ? `${interfaceName(link.a)} – ${interfaceName(link.b)}` : at.row;
    }
    case 'subnets':
      return rowOf(design.subnets, at.row)?.prefix ?? at.row;
    case 'nat': {
      const rule = rowOf(design.nat, at.row);
      return rule
        ? `${rowOf(design.devices, rule.device)?.name ?? rule.device} ${rule.listenPort ?? ''}`.trim()
        : at.row;
    }
    case 'lab':
      return rowOf(design.lab, 'lab')?.name ?? at.row;
    default:
      return ownName(design, at) ?? at.row;
  }
}

/** What a row of a table of facts says of itself: `web1 http`, `192.0.2.0/24 via 10.0.0.1`, `office`. */
function ownName(design: Design, { table, row }: AnyPlace): string | undefined {
  if (!(fieldTables as readonly string[]).includes(table)) return undefined;
  const found = rowOf<object>(design[table as keyof FieldTables], row) as Record<string, unknown> | undefined;
  const text = (field: string) => (typeof found?.[field] === 'string' ? String(found[field]) : undefined);
  const device = rowOf(design.devices, text('device'))?.name;
  const name = text('name') ?? text('destination') ?? text('address') ?? text('rule');
  return name === undefined ? undefined : [device, name].filter(Boolean).join(' ');
}

function known(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

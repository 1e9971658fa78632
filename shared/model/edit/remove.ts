import { ok } from '../../base/result.ts';
import type { Change, RowChange } from '../change.ts';
import type { Design } from '../design.ts';
import type { Edit } from './edit.ts';

export interface Remove {
  readonly rows: readonly {
    readonly table: 'devices' | 'interfaces' | 'links' | 'subnets' | 'nat';
    readonly row: string;
  }[];
}

/** Removes rows and what cannot stand without them; what only pointed at them stays and forgets them. */
export const remove: Edit<Remove> = (design, { rows }) => {
  const gone = (table: string) => new Set(rows.filter((one) => one.table === table).map((one) => one.row));
  const devices = gone('devices');
  const interfaces = withChildren(design, gone('interfaces'), devices);
  const links = gone('links');
  for (const [id, link] of Object.entries(design.links)) {
    if (interfaces.has(link.a) || interfaces.has(link.b)) links.add(id);
  }
  const nat = gone('nat');
  for (const [id, rule] of Object.entries(design.nat)) if (devices.has(rule.device)) nat.add(id);
  const subnets = gone('subnets');

  const change: Change = {
    devices: changed(design.devices, devices, (row) =>
      row.on !== undefined && devices.has(row.on) ? { ...row, on: undefined } : row,
    ),
    interfaces: changed(design.interfaces, interfaces, (row) =>
      row.shares !== undefined && interfaces.has(row.shares) ? { ...row, shares: undefined } : row,
    ),
    links: changed(design.links, links),
    nat: changed(design.nat, nat),
    subnets: changed(design.subnets, subnets, (row) =>
      row.switch !== undefined && devices.has(row.switch) ? { ...row, switch: undefined } : row,
    ),
    positions: changed(design.positions, devices),
  };
  return ok(change);
};

function withChildren(design: Design, first: ReadonlySet<string>, devices: ReadonlySet<string>): Set<string> {
  const result = new Set(first);
  for (const [id, row] of Object.entries(design.interfaces)) if (devices.has(row.device)) result.add(id);
  for (const [id, row] of Object.entries(design.interfaces)) {
    if (row.parent !== undefined && result.has(row.parent)) result.add(id);
  }
  return result;
}

function changed<Row extends object>(
  table: Readonly<Record<string, Row>>,
  gone: ReadonlySet<string>,
  forget: (row: Row) => Row = (row) => row,
): Record<string, RowChange<Row>> {
  const result: Record<string, RowChange<Row>> = {};
  for (const [id, before] of Object.entries(table)) {
    if (gone.has(id)) result[id] = { before };
    else {
      const after = forget(before);
      if (after !== before) result[id] = { before, after };
    }
  }
  return result;
}

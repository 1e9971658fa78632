import { rowOf, type Table } from '../base/by-id.ts';
import type { Json } from '../base/json.ts';
import type { Lab, LabRows } from './topology.ts';

/** Where a device is drawn: its top left corner, in canvas pixels at zoom 1. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Rows that only the drawing needs. */
export interface CanvasRows {
  readonly positions: Position;
  /** Members of the file that this version does not know, kept as they were. */
  readonly extra: Json;
}

export interface Rows extends LabRows, CanvasRows {}
export type TableName = keyof Rows;

/** The document a person edits: lab facts and drawing, saved together, analysed apart. */
export type Design = { readonly [Name in TableName]: Table<Rows[Name]> };

/** A place in a design: a row, and a field of it where one is meant. `row` is `lab` in the table `lab`. */
export interface Place {
  readonly table: TableName;
  readonly row: string;
  readonly field?: string | undefined;
}

export const tableNames = [
  'lab',
  'vlans',
  'subnets',
  'devices',
  'interfaces',
  'links',
  'nat',
  'positions',
  'extra',
] as const satisfies TableName[];

/** An empty lab with this id (a UUID) and name. */
export function emptyDesign(lab: Lab): Design {
  return {
    lab: { lab },
    vlans: {},
    subnets: {},
    devices: {},
    interfaces: {},
    links: {},
    nat: {},
    positions: {},
    extra: {},
  };
}

/**
 * The lab's own row.
 * @throws RangeError when the design has none: reading a file always gives one
 */
export function labRow(design: { readonly lab: Table<Lab> }): Lab {
  const lab = rowOf(design.lab, 'lab');
  if (!lab) throw new RangeError('a design without its lab row');
  return lab;
}

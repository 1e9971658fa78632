import { rowOf, type Table } from '../base/by-id.ts';
import type { Json } from '../base/json.ts';
import type { Lab, LabRows } from './topology.ts';

/** Where a device is drawn: its top left corner, in canvas pixels at zoom 1. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Words on the canvas, in a box: top left corner and size in canvas pixels at zoom 1. */
export interface Note extends Position {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Devices that a person put together; drawn as a frame around them. A device is in one group at most. */
export interface Group {
  readonly name: string;
  /** Ids of devices, sorted; one that is no longer there is passed over. */
  readonly devices: readonly string[];
}

/** Rows that only the drawing needs. */
export interface CanvasRows {
  readonly positions: Position;
  readonly groups: Group;
  readonly notes: Note;
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

/** Tables in the order of a lab file. */
export const tableNames = [
  'lab',
  'zones',
  'vlans',
  'subnets',
  'devices',
  'interfaces',
  'links',
  'bonds',
  'routes',
  'nat',
  'publicPools',
  'reservations',
  'relays',
  'virtualAddresses',
  'tunnels',
  'firewall',
  'services',
  'qos',
  'expectations',
  'checks',
  'positions',
  'groups',
  'notes',
  'extra',
] as const satisfies TableName[];

/** An empty lab with this id (a UUID) and name. */
export function emptyDesign(lab: Lab): Design {
  const tables = Object.fromEntries(tableNames.map((name) => [name, {}]));
  return { ...tables, lab: { lab } } as unknown as Design;
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

import type { TableName } from './design.ts';

/**
 * What one field of a row may hold. A file is read leniently: where a rule reports a value (a VLAN id of 5000, an address
 * that is none) it must load, and only its type is checked. The inspector is strict where no rule says more.
 */
export type Field =
  | { readonly type: 'text' | 'uuid' }
  /** One DNS label of its own; changed by renaming. */
  | { readonly type: 'name' }
  /** `any` lets a file hold whole numbers out of range, for a rule to report. */
  | {
      readonly type: 'whole';
      readonly least: number;
      readonly most: number;
      readonly unit?: Unit;
      readonly standard?: number;
      readonly any?: true;
    }
  /** A place or a length of the drawing; need not be whole. */
  | { readonly type: 'pixels'; readonly least?: number }
  | { readonly type: 'flag'; readonly standard: boolean }
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly standard?: string }
  /** The id of a row of another table; of these kinds where it is a device. A row that needs it goes with it. */
  | {
      readonly type: 'reference';
      readonly to: TableName;
      readonly kinds?: readonly string[];
      /** The row goes with what it refers to, although it may be without. */
      readonly carried?: true;
    }
  | { readonly type: 'references'; readonly to: TableName }
  /** Kept as typed, so that a lab under construction survives a save; a rule says what is no address. */
  | { readonly type: 'address' | 'cidr' | 'prefix' }
  | { readonly type: 'mac' }
  | { readonly type: 'vlan-set' }
  /** A port, or a range such as `9000-9002`. */
  | { readonly type: 'ports' }
  /** Several texts, each with this form. */
  | { readonly type: 'list'; readonly of: 'text' | 'address' | 'cidr' | 'pool' | 'option' | 'priority' };

export type Unit = 'MiB' | 'GiB' | 'bytes' | 's' | '%';

/** How a field belongs to its row. */
export interface Needed {
  /** A row without it is none. */
  readonly needed?: true;
  /** Given when the row is made, and never changed. */
  readonly fixed?: true;
}

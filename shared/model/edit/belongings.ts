import type { FieldTables } from '../fields.ts';

/** How rows of a table are copied with devices. */
export interface Belonging {
  readonly table: keyof FieldTables;
  /** A row is copied when, for one of these lists, all that its fields name is copied. */
  readonly with?: readonly (readonly string[])[];
  /** Where a row names something here, that must be copied. */
  readonly owner?: string;
  /** A row is copied when a copied row names it here. */
  readonly namedIn?: { readonly table: keyof FieldTables; readonly field: string };
  /** A thing of the lab as a whole: one that is there with the same value here is used, and not added again. */
  readonly sameBy?: string;
  /** A row that had one of these and keeps none says nothing any more. */
  readonly oneOf?: readonly string[];
  /** An address of the row's own: the copy needs another one where it is in use. */
  readonly own?: string;
}

/** Tables that go along with devices, in an order in which none names a row of a later one. */
export const belongings: readonly Belonging[] = [
  { table: 'zones', namedIn: { table: 'subnets', field: 'zone' }, sameBy: 'name' },
  { table: 'publicPools', namedIn: { table: 'nat', field: 'pool' }, sameBy: 'addresses' },
  { table: 'routes', with: [['device']], oneOf: ['via', 'interface'] },
  { table: 'firewall', with: [['device']] },
  { table: 'services', with: [['device']] },
  { table: 'bonds', with: [['device']] },
  { table: 'relays', with: [['device']] },
  { table: 'qos', with: [['interface']] },
  { table: 'tunnels', with: [['a', 'b']] },
  { table: 'virtualAddresses', with: [['members']], own: 'address' },
  {
    table: 'reservations',
    with: [['interface'], ['mac'], ['subnet']],
    owner: 'interface',
    oneOf: ['interface', 'mac'],
    own: 'address',
  },
  { table: 'expectations', with: [['from', 'to']] },
  { table: 'checks', with: [['row']] },
];

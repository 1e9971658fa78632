import type { AddRow } from '../../../../shared/model/edit/add-row.ts';
import type { Device } from '../../../../shared/model/topology.ts';

type Table = AddRow['table'];

/** Tables whose rows belong to a device of this kind, in the order they are shown. */
export function tablesOf(device: Device): readonly Table[] {
  if (device.kind === 'switch') return ['bonds', 'routes'];
  if (device.kind === 'internet') return ['services'];
  const common: readonly Table[] = ['routes', 'services', 'firewall', 'bonds'];
  return device.kind === 'router' ? [...common, 'nat', 'relays'] : common;
}

/** Tables of the lab as a whole. */
export const labTablesShown: readonly Table[] = [
  'subnets',
  'vlans',
  'reservations',
  'zones',
  'virtualAddresses',
  'tunnels',
  'publicPools',
  'qos',
  'expectations',
  'checks',
];

import { expect, it } from 'vitest';
import { fieldsForDevice, fieldsForInterface } from '../../../renderer/panels/inspector/fields-for.ts';
import { labTablesShown, tablesOf } from '../../../renderer/panels/inspector/tables/tables-of.ts';
import { kinds } from '../../../shared/kinds/index.ts';
import { fields, fieldTables } from '../../../shared/model/fields.ts';
import type { Device } from '../../../shared/model/topology.ts';

const devices: readonly Device[] = [
  ...kinds.map(({ id }): Device => ({ kind: id, name: id })),
  { kind: 'router', name: 'nat', engine: 'nat' },
];

const notOffered = (known: object, offered: readonly string[]) =>
  Object.keys(known).filter((name) => !offered.includes(name));

it('every field of a device is offered for some kind, but the kind itself', () => {
  expect(notOffered(fields.devices, devices.flatMap(fieldsForDevice))).toEqual(['kind']);
});

it('every field of an interface is offered on some kind, but its device and its name', () => {
  expect(
    notOffered(
      fields.interfaces,
      devices.flatMap((device) => fieldsForInterface(device)),
    ),
  ).toEqual(['device', 'name']);
});

it.each(devices)('nothing is offered twice on $name', (device) => {
  for (const offered of [fieldsForDevice(device), fieldsForInterface(device)])
    expect(offered).toEqual([...new Set(offered)]);
});

it('a device of a kind of a later version has a name', () => {
  expect(fieldsForDevice({ kind: 'toaster', name: 'a' })).toEqual(['name']);
});

it('rows of every table have a place in the inspector', () => {
  const ofDevices = devices.flatMap(tablesOf);
  const own = ['lab', 'devices', 'interfaces', 'links', 'groups', 'notes'];
  expect(fieldTables.filter((table) => ![...own, ...ofDevices, ...labTablesShown].includes(table))).toEqual([
    'positions',
  ]);
});

it('a routed port of a switch has addresses and no spanning tree', () => {
  const offered = fieldsForInterface({ kind: 'switch', name: 's' }, { mode: 'routed' });
  expect(offered).toEqual(['mode', ...fieldsForInterface({ kind: 'internet', name: 'i' })]);
});

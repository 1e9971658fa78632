import { ok } from '../../base/result.ts';
import { type Address, formatAddress, formatCidr } from '../../ip/address.ts';
import type { Change, RowChange } from '../change.ts';
import type { Design, Position } from '../design.ts';
import type { Device, Interface } from '../topology.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId, idLike, isDeviceName } from './names.ts';
import { freeLabPrefix, occupiedIn } from './occupied.ts';

export type NewDevice = 'vm' | 'switch' | 'nat-network' | 'nat' | 'router' | 'host' | 'internet';

export interface AddDevice {
  readonly entry: NewDevice;
  /** Top left corner of the new device. */
  readonly at: Position;
  readonly taken: TakenIds;
}

const stems: Readonly<Record<Exclude<NewDevice, 'nat-network'>, string>> = {
  vm: 'vm',
  switch: 'sw',
  nat: 'nat',
  router: 'router',
  host: 'host',
  internet: 'internet',
};

/** Adds a device with the interfaces people expect of it; "NAT network" adds a switch and a NAT service, cabled. */
export const addDevice: Edit<AddDevice> = (design, input) => ok(rowsFor(design, input));

function rowsFor(design: Design, { entry, at, taken }: AddDevice): Change {
  const position = { x: Math.round(at.x), y: Math.round(at.y) };
  if (entry === 'nat-network') return natNetwork(design, position, taken);
  const id = deviceId(design, stems[entry], taken);
  return deviceRows(design, id, deviceOf(entry, id), interfacesFor(entry), position, taken);
}

function deviceOf(entry: Exclude<NewDevice, 'nat-network'>, name: string): Device {
  switch (entry) {
    case 'vm':
      return { kind: 'vm', name, cpus: 1, memoryMiB: 1024 };
    case 'router':
      return { kind: 'router', name, cpus: 1, memoryMiB: 512 };
    case 'nat':
      return { kind: 'router', name, engine: 'nat', isolated: true };
    case 'switch':
    case 'host':
    case 'internet':
      return { kind: entry, name };
  }
}

function interfacesFor(entry: Exclude<NewDevice, 'nat-network'>): string[] {
  switch (entry) {
    case 'switch':
      return ['p1', 'p2', 'p3', 'p4'];
    case 'router':
      return ['eth0', 'eth1'];
    case 'nat':
      return ['inside1'];
    case 'vm':
    case 'host':
    case 'internet':
      return ['eth0'];
  }
}

function natNetwork(design: Design, at: Position, taken: TakenIds): Change {
  const natId = deviceId(design, 'nat', taken);
  const switchId = deviceId(design, 'sw', taken);
  const prefix = freeLabPrefix(occupiedIn(design));
  const { version, value } = prefix.address;
  const first: Address = { version, value: value + 1n };
  const nat = deviceRows(
    design,
    natId,
    { kind: 'router', name: natId, engine: 'nat' },
    ['inside1'],
    at,
    taken,
  );
  const below = { x: at.x, y: at.y + 112 };
  const bar = deviceRows(
    design,
    switchId,
    { kind: 'switch', name: switchId },
    ['p1', 'p2', 'p3', 'p4'],
    below,
    taken,
  );
  const [inside = ''] = Object.keys(nat.interfaces ?? {});
  const [port = ''] = Object.keys(bar.interfaces ?? {});
  const addressed: RowChange<Interface> = {
    after: {
      device: natId,
      name: 'inside1',
      addresses: [formatCidr({ address: first, length: prefix.length })],
    },
  };
  return {
    devices: { ...nat.devices, ...bar.devices },
    interfaces: { ...nat.interfaces, ...bar.interfaces, [inside]: addressed },
    positions: { ...nat.positions, ...bar.positions },
    links: { [freshId(design.links, 'link', taken)]: { after: { a: inside, b: port } } },
    subnets: {
      [freshId(design.subnets, 'subnet', taken)]: {
        after: { prefix: formatCidr(prefix), switch: switchId, gateway: formatAddress(first) },
      },
    },
    nat: {
      [idLike(design.nat, `${natId}.masquerade`, taken)]: { after: { device: natId, kind: 'masquerade' } },
    },
  };
}

function deviceId(design: Design, stem: string, taken: TakenIds): string {
  return freshId(design.devices, stem, taken, (id) => !isDeviceName(design, id));
}

function deviceRows(
  design: Design,
  id: string,
  device: Device,
  names: readonly string[],
  at: Position,
  taken: TakenIds,
): Change {
  const interfaces: Record<string, RowChange<Interface>> = {};
  for (const name of names) {
    interfaces[idLike(design.interfaces, `${id}.${name}`, taken)] = { after: { device: id, name } };
  }
  const before = Object.hasOwn(design.positions, id) ? { before: design.positions[id] } : {};
  return { devices: { [id]: { after: device } }, interfaces, positions: { [id]: { ...before, after: at } } };
}

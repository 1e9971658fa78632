import { type Design, type Note, type Position } from '../../../shared/model/design.ts';
import type { Device } from '../../../shared/model/topology.ts';
import { empty } from '../../shared/model/edit/lab.ts';

/** Where a device is, and the host it is on. */
type Placed = readonly [x: number, y: number, on?: string];

interface HostLab {
  readonly hosts?: Readonly<Record<string, Placed>>;
  readonly machines?: Readonly<Record<string, Placed>>;
  /** Devices of metal, which no host runs. */
  readonly metal?: Readonly<Record<string, Placed>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly notes?: Readonly<Record<string, Note>>;
}

/** A lab that is only a drawing: hosts, machines and groups at their places. */
export function hostLab({ hosts = {}, machines = {}, metal = {}, groups = {}, notes = {} }: HostLab): Design {
  const devices: Record<string, Device> = {};
  const positions: Record<string, Position> = {};
  const add = (placed: Readonly<Record<string, Placed>>, facts: Omit<Device, 'name'>) => {
    for (const [id, [x, y, on]] of Object.entries(placed)) {
      devices[id] = { ...facts, name: id, ...(on === undefined ? {} : { on }) };
      positions[id] = { x, y };
    }
  };
  add(hosts, { kind: 'host' });
  add(machines, { kind: 'vm' });
  add(metal, { kind: 'switch', physical: true });
  return {
    ...empty,
    devices,
    positions,
    groups: Object.fromEntries(
      Object.entries(groups).map(([id, members]) => [id, { name: id, devices: members }]),
    ),
    notes,
  };
}

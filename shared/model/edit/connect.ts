import { rowOf } from '../../base/by-id.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { type Message, message } from '../../messages/message.ts';
import type { RowChange } from '../change.ts';
import type { Design } from '../design.ts';
import type { Device, Interface } from '../topology.ts';
import {
  hasNoVlans,
  isAwareSwitch,
  needsTrunk,
  type PortUse,
  portFor,
  setFor,
  setLike,
  useFor,
} from './cabling.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId, idLike } from './names.ts';
import { cabledIn, interfacesOf, mostCards, nextInterfaceName, peerOf, takesCable } from './ports.ts';

/** One end of a new cable: a device, whose next free interface is taken, or one interface. */
export type CableEnd = { readonly device: string } | { readonly interface: string };

export interface Connect {
  readonly from: CableEnd;
  readonly to: CableEnd;
  readonly taken: TakenIds;
}

/** An end, checked: the device that takes the cable, and its interface where that is named. */
interface Socket {
  readonly id: string;
  readonly device: Device;
  readonly named?: readonly [id: string, row: Interface];
  /** Interfaces that take a cable, as people count. */
  readonly plugs: readonly [id: string, row: Interface][];
  readonly free: readonly [id: string, row: Interface][];
}

/** An interface with a cable to be put in. `before` is absent where it has to be made first. */
interface Plug {
  readonly id: string;
  readonly before?: Interface | undefined;
  readonly row: Interface;
}

/**
 * Puts a cable between two devices, making an interface where none is free and the device can have more. On a VLAN-aware
 * switch it takes the port that is right for what is at the other end, and sets a port that nobody has set for it (see
 * `useFor`); between two such switches both ports become trunks once there is a VLAN to carry. What a person has
 * set is never changed.
 */
export const connect: Edit<Connect> = (design, { from, to, taken }) => {
  const cabled = cabledIn(design);
  const a = socketOf(design, from, cabled);
  if (!a.ok) return a;
  const b = socketOf(design, to, cabled);
  if (!b.ok) return b;
  if (a.value.id === b.value.id) return fail(message('edit/same-device', { name: a.value.device.name }));
  const plugs = plugsFor(design, a.value, b.value, taken);
  const interfaces: Record<string, RowChange<Interface>> = {};
  for (const { id, before, row } of plugs) {
    if (row !== before) interfaces[id] = before ? { before, after: row } : { after: row };
  }
  const link = { a: plugs[0].id, b: plugs[1].id };
  return ok({
    ...(Object.keys(interfaces).length > 0 && { interfaces }),
    links: { [freshId(design.links, 'link', taken)]: { after: link } },
  });
};

function plugsFor(design: Design, a: Socket, b: Socket, taken: TakenIds): readonly [Plug, Plug] {
  const [isSwitchA, isSwitchB] = [isAwareSwitch(a.device), isAwareSwitch(b.device)];
  if (isSwitchA && isSwitchB) {
    const [from, to] = [
      portOn(design, a, { kind: 'uplink' }, taken),
      portOn(design, b, { kind: 'uplink' }, taken),
    ];
    if (hasNoVlans(from.row) && hasNoVlans(to.row)) {
      const use: PortUse = needsTrunk([...a.plugs, ...b.plugs])
        ? { kind: 'trunk', tags: [] }
        : { kind: 'any' };
      return [setPlug(from, use), setPlug(to, use)];
    }
    return [
      { ...from, row: setLike(from.row, to.row) },
      { ...to, row: setLike(to.row, from.row) },
    ];
  }
  // The device goes first: which of its interfaces it is decides what the port of the switch is for.
  if (isSwitchA) {
    const other = plugOn(design, b, taken);
    return [portOn(design, a, useFor(design, a.id, other, cabledPlugs(a)), taken), other];
  }
  const other = plugOn(design, a, taken);
  return [
    other,
    isSwitchB
      ? portOn(design, b, useFor(design, b.id, other, cabledPlugs(b)), taken)
      : plugOn(design, b, taken),
  ];
}

/** The named interface, else the first free one, else a new one. */
function plugOn(design: Design, socket: Socket, taken: TakenIds): Plug {
  const free = socket.named ?? socket.free[0];
  return free ? { id: free[0], before: free[1], row: free[1] } : madeOn(design, socket, taken);
}

/** The named port of a VLAN-aware switch, else a free one for its use, else a new one; set for the use. */
function portOn(design: Design, socket: Socket, use: PortUse, taken: TakenIds): Plug {
  const port = socket.named ?? portFor(socket.free, use);
  const plug = port ? { id: port[0], before: port[1], row: port[1] } : madeOn(design, socket, taken);
  return setPlug(plug, use);
}

function setPlug(plug: Plug, use: PortUse): Plug {
  return { ...plug, row: setFor(plug.row, use) };
}

function madeOn(design: Design, { id: device, device: row }: Socket, taken: TakenIds): Plug {
  const name = nextInterfaceName(design, device, row);
  return { id: idLike(design.interfaces, `${device}.${name}`, taken), row: { device, name } };
}

function cabledPlugs({ plugs, free }: Socket): Socket['plugs'] {
  const open = new Set(free.map(([id]) => id));
  return plugs.filter(([id]) => !open.has(id));
}

function socketOf(design: Design, end: CableEnd, cabled: ReadonlySet<string>): Result<Socket, Message> {
  return 'interface' in end
    ? namedSocket(design, end.interface, cabled)
    : freeSocket(design, end.device, cabled);
}

function namedSocket(design: Design, id: string, cabled: ReadonlySet<string>): Result<Socket, Message> {
  const row = rowOf(design.interfaces, id);
  const device = rowOf(design.devices, row?.device);
  if (!row || !device) return fail(message('edit/gone'));
  const name = `${device.name} ${row.name}`;
  if (row.parent !== undefined) return fail(message('edit/sub-interface', { name }));
  if (row.shares !== undefined) return fail(message('edit/shares-address', { name }));
  if (cabled.has(id)) return fail(message('edit/has-cable', { name }));
  return ok({ ...socket(design, row.device, device, cabled), named: [id, row] });
}

function freeSocket(design: Design, id: string, cabled: ReadonlySet<string>): Result<Socket, Message> {
  const device = rowOf(design.devices, id);
  if (!device) return fail(message('edit/gone'));
  const found = socket(design, id, device, cabled);
  if (found.free.length > 0) return ok(found);

  if (device.engine === 'nat' && device.isolated !== true && found.plugs.length > 0) {
    const peer = rowOf(design.interfaces, peerOf(design, found.plugs[0]?.[0] ?? ''));
    const behind = rowOf(design.devices, peer?.device);
    if (peer && behind?.kind === 'switch') return freeSocket(design, peer.device, cabled);
    return fail(message('edit/nat-needs-switch', { name: device.name }));
  }
  const isMachine = device.kind === 'vm' || (device.kind === 'router' && device.engine === undefined);
  if (isMachine && found.plugs.length >= mostCards)
    return fail(message('edit/too-many-cards', { name: device.name }));
  return ok(found);
}

function socket(design: Design, id: string, device: Device, cabled: ReadonlySet<string>): Socket {
  const plugs = interfacesOf(design, id).filter(([, row]) => takesCable(row));
  return { id, device, plugs, free: plugs.filter(([plug]) => !cabled.has(plug)) };
}

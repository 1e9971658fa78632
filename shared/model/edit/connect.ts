import { rowOf } from '../../base/by-id.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { type Message, message } from '../../messages/message.ts';
import type { RowChange } from '../change.ts';
import type { Design } from '../design.ts';
import type { Interface } from '../topology.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId, idLike } from './names.ts';
import { interfacesOf, linkOf, mostCards, nextInterfaceName, peerOf, takesCable } from './ports.ts';

/** One end of a new cable: a device, whose next free interface is taken, or one interface. */
export type CableEnd = { readonly device: string } | { readonly interface: string };

export interface Connect {
  readonly from: CableEnd;
  readonly to: CableEnd;
  readonly taken: TakenIds;
}

interface Plug {
  readonly id: string;
  readonly device: string;
  /** The row, where the interface has to be made first. */
  readonly made?: Interface | undefined;
}

/** Puts a cable between two devices, making an interface where none is free and the device can have more. */
export const connect: Edit<Connect> = (design, { from, to, taken }) => {
  const a = plugFor(design, from, taken);
  if (!a.ok) return a;
  const b = plugFor(design, to, taken);
  if (!b.ok) return b;
  if (a.value.device === b.value.device) {
    return fail(
      message('edit/same-device', { name: rowOf(design.devices, a.value.device)?.name ?? a.value.device }),
    );
  }
  const interfaces: Record<string, RowChange<Interface>> = {};
  for (const plug of [a.value, b.value]) if (plug.made) interfaces[plug.id] = { after: plug.made };
  return ok({
    interfaces,
    links: { [freshId(design.links, 'link', taken)]: { after: { a: a.value.id, b: b.value.id } } },
  });
};

function plugFor(design: Design, end: CableEnd, taken: TakenIds): Result<Plug, Message> {
  return 'interface' in end ? namedPlug(design, end.interface) : freePlug(design, end.device, taken);
}

function namedPlug(design: Design, id: string): Result<Plug, Message> {
  const row = rowOf(design.interfaces, id);
  if (!row) return fail(message('edit/gone'));
  const name = `${rowOf(design.devices, row.device)?.name ?? row.device} ${row.name}`;
  if (row.parent !== undefined) return fail(message('edit/sub-interface', { name }));
  if (row.shares !== undefined) return fail(message('edit/shares-address', { name }));
  if (linkOf(design, id) !== undefined) return fail(message('edit/has-cable', { name }));
  return ok({ id, device: row.device });
}

function freePlug(design: Design, id: string, taken: TakenIds): Result<Plug, Message> {
  const device = rowOf(design.devices, id);
  if (!device) return fail(message('edit/gone'));
  const plugs = interfacesOf(design, id).filter(([, row]) => takesCable(row));
  const free = plugs.find(([plug]) => linkOf(design, plug) === undefined);
  if (free) return ok({ id: free[0], device: id });

  if (device.engine === 'nat' && device.isolated !== true && plugs.length > 0) {
    const peer = rowOf(design.interfaces, peerOf(design, plugs[0]?.[0] ?? ''));
    const behind = rowOf(design.devices, peer?.device);
    if (peer && behind?.kind === 'switch') return freePlug(design, peer.device, taken);
    return fail(message('edit/nat-needs-switch', { name: device.name }));
  }
  const isMachine = device.kind === 'vm' || (device.kind === 'router' && device.engine === undefined);
  if (isMachine && plugs.length >= mostCards)
    return fail(message('edit/too-many-cards', { name: device.name }));
  const name = nextInterfaceName(design, id, device);
  return ok({
    id: idLike(design.interfaces, `${id}.${name}`, taken),
    device: id,
    made: { device: id, name },
  });
}

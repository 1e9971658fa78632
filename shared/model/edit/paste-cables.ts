import { groupBy, rowOf } from '../../base/by-id.ts';
import { sameValue } from '../../base/json.ts';
import type { Change, RowChange } from '../change.ts';
import { type Design, labRow } from '../design.ts';
import type { Interface, Link } from '../topology.ts';
import { type CutCable, readCutCables } from './clip-cables.ts';
import { withFields } from './fields.ts';
import type { Ids } from './paste-ids.ts';
import { cabledIn, interfacesByDevice, takesCable } from './ports.ts';

/** A cable to make again: from an interface of the clip to a port like `port`. */
export interface Recable {
  readonly cable: CutCable;
  readonly port: Interface;
}

/**
 * The cut cables of a clip that can be made again: the clip is of this lab, and the port and its switch are still here. A
 * NAT service gets none where one is on that network already: two on one network is what no hypervisor makes.
 */
export function recables(design: Design, clip: Design): Recable[] {
  if (labRow(clip).id !== labRow(design).id) return [];
  const cabled = new Set(cabledIn(clip));
  const natPorts = portsOfNats(design);
  return readCutCables(clip.extra).flatMap((cable) => {
    const own = rowOf(clip.interfaces, cable.own);
    const port = rowOf(design.interfaces, cable.peer);
    const isSwitch = rowOf(design.devices, port?.device)?.kind === 'switch';
    if (!own || !port || !isSwitch || !takesCable(own) || !takesCable(port) || cabled.has(cable.own))
      return [];
    const isNat = rowOf(clip.devices, own.device)?.engine === 'nat';
    if (isNat && natPorts.some((one) => isLike(one, port))) return [];
    cabled.add(cable.own);
    return [{ cable, port }];
  });
}

/**
 * Cables from pasted interfaces to the switches that the originals are on. Each takes the port that was left, else the
 * next free one that is set like it, else an untouched one, which is set like it, else a new one.
 *
 * @param pasted the id of each interface of the clip in this lab
 */
export function recable(
  design: Design,
  wanted: readonly Recable[],
  pasted: ReadonlyMap<string, string>,
  ids: Ids,
): Pick<Change, 'interfaces' | 'links'> {
  const ports = interfacesByDevice(design);
  const names = groupBy(
    Object.values(design.interfaces).map(({ device, name }) => ({ device, name })),
    ({ device }) => device,
  );
  const busy = new Set(cabledIn(design));
  const interfaces: Record<string, RowChange<Interface>> = {};
  const links: Record<string, RowChange<Link>> = {};

  const portLike = (original: string, port: Interface): string => {
    const free = (ports.get(port.device) ?? []).filter(([id, row]) => !busy.has(id) && takesCable(row));
    const like =
      free.find(([id]) => id === original) ??
      free.find(([, row]) => sameValue(settingsOf(row), settingsOf(port)));
    if (like) return like[0];
    const plain = free.find(([, row]) => isUntouched(row));
    if (plain) {
      const [id, before] = plain;
      interfaces[id] = { before, after: withFields(before, settingsOf(port)) };
      return id;
    }
    const siblings = names.get(port.device) ?? [];
    const name = nextPort(siblings.map((one) => one.name));
    siblings.push({ device: port.device, name });
    const id = ids.like(`${port.device}.${name}`);
    interfaces[id] = { after: withFields<Interface>({ device: port.device, name }, settingsOf(port)) };
    return id;
  };

  for (const { cable, port } of wanted) {
    const own = pasted.get(cable.own);
    if (own === undefined) continue;
    const peer = portLike(cable.peer, port);
    busy.add(peer);
    const after = withFields<Link>({ a: own, b: peer }, { mtu: cable.mtu, medium: cable.medium });
    links[ids.fresh('link', cable.link)] = { after };
  }
  return { interfaces, links };
}

/** The ports of switches that a NAT service is cabled to. */
function portsOfNats({ devices, interfaces, links }: Design): Interface[] {
  const isNat = (id: string) => rowOf(devices, rowOf(interfaces, id)?.device)?.engine === 'nat';
  return Object.values(links).flatMap(({ a, b }) => {
    const port = isNat(a) ? rowOf(interfaces, b) : isNat(b) ? rowOf(interfaces, a) : undefined;
    return port ?? [];
  });
}

/** Whether two ports of one switch are in the same VLANs. */
function isLike(one: Interface, other: Interface): boolean {
  const vlansOf = (row: Interface) => ({ ...settingsOf(row), vlan: row.vlan ?? 1, mtu: undefined });
  return one.device === other.device && sameValue(vlansOf(one), vlansOf(other));
}

type Settings = Pick<Interface, 'mode' | 'vlan' | 'nativeVlan' | 'allowedVlans' | 'mtu'>;

function settingsOf({ mode, vlan, nativeVlan, allowedVlans, mtu }: Interface): Settings {
  return { mode, vlan, nativeVlan, allowedVlans, mtu };
}

/** Whether a port is as it was made: nobody has said what it is for. */
export function isUntouched(row: Interface): boolean {
  const { mode, vlan, nativeVlan, allowedVlans, mtu, addresses = [], connected } = row;
  return (
    [mode, vlan, nativeVlan, allowedVlans, mtu].every((value) => value === undefined) &&
    addresses.length === 0 &&
    connected !== false
  );
}

function nextPort(names: readonly string[]): string {
  const used = new Set(names);
  for (let number = 1; ; number++) if (!used.has(`p${number}`)) return `p${number}`;
}

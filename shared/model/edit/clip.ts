import { rowOf, type Table } from '../../base/by-id.ts';
import { type Design, emptyDesign, labRow } from '../design.ts';
import { withBelongings } from './clip-belongings.ts';
import { type CutCable, writeCutCables } from './clip-cables.ts';

export interface ClipSelection {
  readonly devices: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/**
 * A small lab with what was selected: devices with their interfaces, places and whatever belongs to them (`belongings`),
 * cables between them, subnets of their switches, names of their VLANs, notes, and groups that are selected whole. Cables
 * to switches that stay behind are kept in `extra`, so that a paste can make them again. Undefined when nothing is
 * selected.
 */
export function clipOf(design: Design, { devices, notes }: ClipSelection): Design | undefined {
  const clip: Design = {
    ...emptyDesign(labRow(design)),
    devices: keep(design.devices, (_row, id) => devices.has(id)),
    notes: keep(design.notes, (_row, id) => notes.has(id)),
  };
  if (Object.keys(clip.devices).length + Object.keys(clip.notes).length === 0) return undefined;
  const isInside = (device: string | undefined) => rowOf(clip.devices, device) !== undefined;
  const interfaces = keep(design.interfaces, ({ device }) => isInside(device));
  const vlans = new Set(
    Object.values(interfaces).flatMap(({ vlan, nativeVlan, tag }) => [vlan, nativeVlan, tag]),
  );
  return withBelongings(design, {
    ...clip,
    interfaces,
    links: keep(design.links, ({ a, b }) => Object.hasOwn(interfaces, a) && Object.hasOwn(interfaces, b)),
    nat: keep(design.nat, ({ device }) => isInside(device)),
    vlans: keep(design.vlans, ({ id }) => vlans.has(id)),
    subnets: keep(design.subnets, (row) => isInside(row.switch)),
    positions: keep(design.positions, (_row, id) => isInside(id)),
    groups: keep(design.groups, (row) => {
      const members = row.devices.filter((id) => rowOf(design.devices, id));
      return members.length > 0 && members.every(isInside);
    }),
    extra: writeCutCables(cutCables(design, interfaces)),
  });
}

/** Cables from what is copied to ports of switches that are not. */
function cutCables(design: Design, inside: Design['interfaces']): CutCable[] {
  return Object.entries(design.links).flatMap(([id, link]) => {
    const own = [link.a, link.b].find((end) => Object.hasOwn(inside, end));
    const peer = own === link.a ? link.b : link.a;
    const port = Object.hasOwn(inside, peer) ? undefined : rowOf(design.interfaces, peer);
    const isSwitch = rowOf(design.devices, port?.device)?.kind === 'switch';
    return own !== undefined && isSwitch ? [{ own, peer, link: id, mtu: link.mtu, medium: link.medium }] : [];
  });
}

function keep<Row>(table: Table<Row>, wanted: (row: Row, id: string) => boolean): Record<string, Row> {
  return Object.fromEntries(Object.entries(table).filter(([id, row]) => wanted(row, id)));
}

import { rowOf, sortedRows, type Table } from '../../base/by-id.ts';
import { ok } from '../../base/result.ts';
import type { RowChange } from '../change.ts';
import { type Design, type Group, type Position } from '../design.ts';
import type { Interface, Link, Vlan } from '../topology.ts';
import { belongings } from './belongings.ts';
import type { Edit, TakenIds } from './edit.ts';
import { withFields } from './fields.ts';
import { islandsOf } from './islands.ts';
import { type PastedAddresses, pasteAddresses } from './paste-addresses.ts';
import { recable, recables } from './paste-cables.ts';
import { type Ids, idsFor } from './paste-ids.ts';
import { type PastedMacs, pasteMacs } from './paste-macs.ts';
import { shiftFor } from './paste-places.ts';
import { type References, referencesFor } from './paste-references.ts';
import { islandsByRow, type Pasting } from './paste-row.ts';
import { pastedBelongings } from './paste-rows.ts';
import { pastedRules } from './paste-rules.ts';
import { leftSubnets, pastedSubnets } from './paste-subnets.ts';

export interface Paste {
  /** What `clipOf` gave, here or in another lab; any lab will do. */
  readonly clip: Design;
  /** Where the middle of the clip goes: of the box around its devices and notes. Else each thing moves by `by`. */
  readonly at?: Position | undefined;
  readonly by?: Position | undefined;
  readonly taken: TakenIds;
  /** Ids of what was cut from this lab and comes back: its rows have them again, as far as nobody has them meanwhile. */
  readonly back?: ReadonlySet<string> | undefined;
}

/**
 * Adds a copy that stands beside what is there: ids of its own, and names, addresses, MAC addresses and host ports that
 * nobody in the lab has. What points at something outside the clip keeps doing so in the lab that it was copied from.
 */
export const paste: Edit<Paste> = (design, { clip, at, by, taken, back }) => {
  const ids = idsFor(design, taken, back);
  const to = referencesFor(design, clip, ids);
  const again = recables(design, clip);
  const islands = islandsOf(clip);
  const joined = new Set(
    again.flatMap(
      ({ cable: { own } }) =>
        islands.ofSwitch(rowOf(clip.interfaces, own)?.device) ?? islands.ofInterface(own) ?? [],
    ),
  );
  const left = leftSubnets(design, clip);
  const others = without(design.subnets, new Set(left.values()));
  const addresses = pasteAddresses({ ...design, subnets: others }, clip, islands, joined);
  const macs = pasteMacs(design, back !== undefined);
  const interfaces = pastedInterfaces(clip, to, addresses, macs);
  const links = pastedLinks(clip, to, ids);
  const cables = recable(design, again, to.interfaces, ids);
  const place = shiftFor(clip, { at, by });
  const moved = <Row extends Position>(row: Row): Row => ({ ...row, ...place(row) });
  const pasting: Pasting = {
    design,
    clip,
    to,
    addresses,
    macs,
    islandsOf: islandsByRow(clip, islands),
  };
  const shared = pastedBelongings(
    pasting,
    belongings.filter(({ sameBy }) => sameBy !== undefined),
    ids,
    {},
  );
  const nat = pastedRules(pasting, ids);
  const subnets = pastedSubnets(pasting, islands, left, ids);
  const owned = belongings.filter(({ sameBy }) => sameBy === undefined);
  const idOf = (id: string) => to.devices.get(id)?.id;

  return ok({
    devices: added(clip.devices, idOf, (row, id) => ({
      ...withFields(row, { on: to.device(row.on) }),
      name: to.devices.get(id)?.name ?? row.name,
    })),
    ...shared,
    interfaces: { ...interfaces, ...cables.interfaces },
    links: { ...links, ...cables.links },
    nat,
    vlans: pastedVlans(design, clip, ids),
    subnets,
    ...pastedBelongings(pasting, owned, ids, subnets),
    positions: added(clip.positions, idOf, moved),
    groups: pastedGroups(clip, to, ids),
    notes: added(clip.notes, (id) => ids.fresh('note', id), moved),
  });
};

/** Rows added under other ids; one that gets none is left out. */
function added<Row>(
  table: Table<Row>,
  idOf: (id: string) => string | undefined,
  toRow: (row: Row, id: string) => Row,
): Record<string, RowChange<Row>> {
  const result: Record<string, RowChange<Row>> = {};
  for (const [id, row] of sortedRows(table)) {
    const to = idOf(id);
    if (to !== undefined) result[to] = { after: toRow(row, id) };
  }
  return result;
}

function pastedInterfaces(
  clip: Design,
  to: References,
  addresses: PastedAddresses,
  macs: PastedMacs,
): Record<string, RowChange<Interface>> {
  return added(
    clip.interfaces,
    (id) => to.interfaces.get(id),
    (row, id) => ({
      ...withFields(row, {
        parent: to.interface(row.parent),
        shares: to.interface(row.shares),
        mac: macs.of(row.mac, to.interfaces.get(id) ?? id),
        addresses: addresses.of(id),
      }),
      device: to.device(row.device) ?? row.device,
    }),
  );
}

function pastedLinks(clip: Design, to: References, ids: Ids): Record<string, RowChange<Link>> {
  return Object.fromEntries(
    sortedRows(clip.links).flatMap(([id, row]) => {
      const [a, b] = [to.interfaces.get(row.a), to.interfaces.get(row.b)];
      if (a === undefined || b === undefined) return [];
      const now = ids.fresh('link', id);
      to.became('links', id, now);
      return [[now, { after: { ...row, a, b } }]];
    }),
  );
}

/** Names of VLANs that this lab has no name for. */
function pastedVlans(design: Design, clip: Design, ids: Ids): Record<string, RowChange<Vlan>> {
  const named = new Set(Object.values(design.vlans).map(({ id }) => id));
  return Object.fromEntries(
    sortedRows(clip.vlans)
      .filter(([, row]) => !named.has(row.id) && named.add(row.id))
      .map(([id, row]) => [ids.like(`vlan${row.id}`, id), { after: row }]),
  );
}

function pastedGroups(clip: Design, to: References, ids: Ids): Record<string, RowChange<Group>> {
  return Object.fromEntries(
    sortedRows(clip.groups).flatMap(([id, row]) => {
      const devices = row.devices.flatMap((one) => to.devices.get(one)?.id ?? []).sort();
      return devices.length === 0 ? [] : [[ids.fresh('group', id), { after: { ...row, devices } }]];
    }),
  );
}

function without<Row>(table: Table<Row>, ids: ReadonlySet<string>): Record<string, Row> {
  return Object.fromEntries(Object.entries(table).filter(([id]) => !ids.has(id)));
}

import { groupBy, rowOf } from '../../base/by-id.ts';
import { parseAddress } from '../../ip/address.ts';
import type { Design } from '../design.ts';
import type { Field, Needed } from '../field.ts';
import { type FieldTables, fields } from '../fields.ts';
import type { Islands } from './islands.ts';
import type { PastedAddresses } from './paste-addresses.ts';
import type { PastedMacs } from './paste-macs.ts';
import type { References } from './paste-references.ts';
import { followAddress, followText } from './paste-texts.ts';
import { type AnyRow, namedBy } from './row-names.ts';

/** A paste under way: what everything in the clip becomes. */
export interface Pasting {
  readonly design: Design;
  readonly clip: Design;
  readonly to: References;
  readonly addresses: PastedAddresses;
  readonly macs: PastedMacs;
  /** Islands of the clip that a row is on, by what it names. */
  readonly islandsOf: (table: keyof FieldTables, row: AnyRow) => readonly string[];
}

/** Free words that may be a prefix or an address. */
const addressTexts = ['qos.match'];

/**
 * A row of a clip in this lab: what it names is the copy, else what is still here, else left out; addresses and MACs
 * follow what had them. Undefined where something is not here that the row needs.
 */
export function pastedRow<Row extends object>(
  pasting: Pasting,
  table: keyof FieldTables,
  given: Row,
): Row | undefined {
  const row = given as AnyRow;
  const { to, addresses, macs } = pasting;
  const islands = pasting.islandsOf(table, row);
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field & Needed>(fields[table])) {
    const value = row[name];
    if (value === undefined) continue;
    if (field.type === 'reference' || field.type === 'references') {
      const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
      const kept = ids.flatMap((id) => (isFieldTable(field.to) && to.row(field.to, String(id))) || []);
      if (field.needed && ids.length > 0 && kept.length === 0) return undefined;
      made[name] = field.type === 'references' ? [...new Set(kept)] : kept[0];
    } else if (field.type === 'mac') {
      made[name] = typeof value === 'string' ? macs.follow(value) : value;
    } else if (field.type !== 'text' || addressTexts.includes(`${table}.${name}`)) {
      const follow = (text: unknown) =>
        typeof text === 'string' ? followText(addresses, field, text, islands) : text;
      made[name] = Array.isArray(value) ? value.map(follow) : follow(value);
    }
  }
  const text = textReference(pasting, table, row, islands);
  if (text === 'gone') return undefined;
  // Members of later versions are kept.
  const all = Object.entries({ ...row, ...made, ...text });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Row;
}

/** What a text becomes that is the id of a row, or an address instead. */
function textReference(
  { to, addresses }: Pasting,
  table: keyof FieldTables,
  row: AnyRow,
  islands: readonly string[],
): Readonly<Record<string, string>> | 'gone' | undefined {
  const named = namedBy(table, row).find(({ field }) => fields[table][field as never]?.['type'] === 'text');
  const id = named?.ids[0];
  if (!named || id === undefined) return undefined;
  const now = to.row(named.to, id);
  if (now !== undefined) return { [named.field]: now };
  return table === 'expectations' && parseAddress(id.trim())
    ? { [named.field]: followAddress(addresses, id, islands) }
    : 'gone';
}

function isFieldTable(table: string): table is keyof FieldTables {
  return Object.hasOwn(fields, table);
}

/** Islands that the rows of a clip are on. */
export function islandsByRow(clip: Design, islands: Islands): Pasting['islandsOf'] {
  const ports = groupBy(Object.entries(clip.interfaces), ([, row]) => row.device);
  const ofDevice = (device: string) => [
    islands.ofSwitch(device),
    ...(ports.get(device) ?? []).map(([id]) => islands.ofInterface(id)),
  ];
  return (table, row) => {
    const found = namedBy(table, row).flatMap(({ to, ids }) =>
      ids.flatMap((id) => {
        if (to === 'devices') return ofDevice(id);
        if (to === 'interfaces') return [islands.ofInterface(id)];
        return to === 'subnets' ? [islands.ofSwitch(rowOf(clip.subnets, id)?.switch)] : [];
      }),
    );
    return [...new Set(found.filter((island) => island !== undefined))];
  };
}

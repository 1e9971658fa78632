import { rowOf, sortedRows } from '../../base/by-id.ts';
import { canonicalJson, sameValue } from '../../base/json.ts';
import { formatCidr, parseAddress, parseCidr } from '../../ip/address.ts';
import type { Change, RowChange } from '../change.ts';
import type { Field } from '../field.ts';
import { fieldOf, fields } from '../fields.ts';
import type { Subnet } from '../topology.ts';
import { stemOf } from './add-row.ts';
import { type Belonging } from './belongings.ts';
import type { Ids } from './paste-ids.ts';
import { type Pasting, pastedRow } from './paste-row.ts';
import { addressLike } from './paste-texts.ts';
import { type AnyRow } from './row-names.ts';

type Rows = Record<string, RowChange<AnyRow>>;
type Subnets = Readonly<Record<string, RowChange<Subnet>>>;

/** Rows of a clip that belong to its devices, or are named by them, in this lab. */
export function pastedBelongings(
  pasting: Pasting,
  tables: readonly Belonging[],
  ids: Ids,
  subnets: Subnets,
): Change {
  const changes = tables.map((one) => [one.table, pastedTable(pasting, one, ids, subnets)]);
  return Object.fromEntries(changes) as Change;
}

function pastedTable(pasting: Pasting, belonging: Belonging, ids: Ids, subnets: Subnets): Rows {
  const { design, clip, to } = pasting;
  const { table } = belonging;
  const known = new Map(Object.entries<object>(design[table]).map(([id, row]) => [canonicalJson(row), id]));
  const result: Rows = {};
  for (const [id, row] of sortedRows<object>(clip[table]) as [string, AnyRow][]) {
    const made = pastedRow(pasting, table, row);
    if (!made || saysNothing(belonging, row, made)) continue;
    const same = known.get(canonicalJson(made)) ?? sharedRow(pasting, belonging, id, made, result);
    if (same !== undefined) {
      to.became(table, id, same);
      continue;
    }
    const after = withOwnAddress(pasting, belonging, row, made, subnets);
    if (!after) continue;
    const now = ids.fresh(stemOf(table, after), id);
    result[now] = { after };
    to.became(table, id, now);
  }
  return result;
}

function saysNothing({ oneOf = [] }: Belonging, row: AnyRow, made: AnyRow): boolean {
  const had = oneOf.filter((name) => row[name] !== undefined);
  return had.length > 0 && had.every((name) => made[name] === undefined);
}

/** The row of the lab, or of this paste, that is the same thing of the lab as a whole; what its lists name is added to it. */
function sharedRow(
  { design, to }: Pasting,
  { table, sameBy }: Belonging,
  id: string,
  made: AnyRow,
  result: Rows,
): string | undefined {
  if (sameBy === undefined) return undefined;
  const rows = design[table] as unknown as Readonly<Record<string, AnyRow>>;
  const isSame = (row: AnyRow | undefined) => sameValue(row?.[sameBy], made[sameBy]);
  const same =
    to.still(table, id) ??
    sortedRows(rows).find(([, row]) => isSame(row))?.[0] ??
    Object.entries(result).find(([, { after }]) => isSame(after))?.[0];
  if (same === undefined) return undefined;
  const before = rowOf(rows, same);
  const now = rowOf(result, same)?.after ?? before;
  const lists = Object.entries<Field>(fields[table]).flatMap(([name, { type }]) => {
    const [mine, more] = [now?.[name], made[name]];
    if (type !== 'references' || !Array.isArray(mine) || !Array.isArray(more)) return [];
    const absent = more.filter((one) => !mine.includes(one));
    return absent.length === 0 ? [] : [[name, [...mine, ...absent]]];
  });
  if (lists.length > 0) {
    const after: AnyRow = { ...now, ...Object.fromEntries(lists) };
    result[same] = before ? { before, after } : { after };
  }
  return same;
}

/** The row with an address that nobody has; undefined where all are in use. What is no address is kept as typed. */
function withOwnAddress(
  { design, addresses, islandsOf }: Pasting,
  { table, own }: Belonging,
  row: AnyRow,
  made: AnyRow,
  subnets: Subnets,
): AnyRow | undefined {
  const typed = own === undefined ? undefined : row[own];
  if (own === undefined || typeof typed !== 'string') return made;
  const cidr = parseCidr(typed.trim());
  const was = cidr?.address ?? parseAddress(typed.trim());
  if (!was) return made;
  const subnet = String(made['subnet']);
  const around = rowOf(subnets, subnet)?.after ?? rowOf(design.subnets, subnet);
  const prefix = cidr ?? parseCidr(around?.prefix.trim() ?? '');
  const now = addresses.take(was, islandsOf(table, row), prefix);
  if (!now) return undefined;
  const isCidr = fieldOf(table, own)?.type === 'cidr' && cidr !== undefined;
  return {
    ...made,
    [own]: isCidr ? formatCidr({ address: now, length: cidr.length }) : addressLike(typed, was, now),
  };
}

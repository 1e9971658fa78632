import { rowOf } from '../../base/by-id.ts';
import { addressKey, parseAddress, parseCidr } from '../../ip/address.ts';
import { parseMac } from '../../ip/mac.ts';
import type { Design } from '../design.ts';
import { fieldOf } from '../fields.ts';
import { type Belonging, belongings } from './belongings.ts';
import { type AnyRow, namedBy } from './row-names.ts';

/** A clip with the rows of all tables that belong to what is in it. */
export function withBelongings(design: Design, clip: Design): Design {
  const interfaces = Object.values(clip.interfaces);
  const macs = new Set(interfaces.flatMap(({ mac }) => parseMac(mac ?? '') ?? []));
  const addresses = new Set(
    interfaces.flatMap(({ addresses = [] }) =>
      addresses.flatMap((text) => {
        const cidr = parseCidr(text.trim());
        return cidr ? [addressKey(cidr.address)] : [];
      }),
    ),
  );
  let result = clip;

  const isFieldCopied = (table: Belonging['table'], row: AnyRow, field: string): boolean => {
    const value = row[field];
    const named = namedBy(table, row).find((one) => one.field === field);
    if (named && named.ids.length > 0) {
      const rows = result[named.to];
      if (named.ids.every((id) => rowOf<unknown>(rows, id) !== undefined)) return true;
    }
    if (typeof value !== 'string') return false;
    if (fieldOf(table, field)?.type === 'mac') return macs.has(parseMac(value) ?? '');
    const address = table === 'expectations' ? parseAddress(value.trim()) : undefined;
    return address !== undefined && addresses.has(addressKey(address));
  };

  for (const { table, with: lists = [], owner, namedIn } of belongings) {
    const named = new Set(
      namedIn === undefined
        ? []
        : Object.values<object>(result[namedIn.table]).map((row) => (row as AnyRow)[namedIn.field]),
    );
    const isCopied = (id: string, row: AnyRow) => {
      if (named.has(id)) return true;
      if (owner !== undefined && row[owner] !== undefined && !isFieldCopied(table, row, owner)) return false;
      return lists.some((list) => list.every((field) => isFieldCopied(table, row, field)));
    };
    const rows = Object.entries<object>(design[table]).filter(([id, row]) => isCopied(id, row as AnyRow));
    result = { ...result, [table]: Object.fromEntries(rows) };
  }
  return result;
}

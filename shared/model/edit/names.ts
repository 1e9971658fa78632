import type { Table } from '../../base/by-id.ts';
import type { Design } from '../design.ts';
import { type TakenIds } from './edit.ts';

/** The lowest `<stem><n>`, from `first`, that is no id of the table, was none in this session, and passes `free`. */
export function freshId(
  table: Table<unknown>,
  stem: string,
  taken: TakenIds,
  free: (id: string) => boolean = () => true,
  first = 1,
): string {
  for (let number = first; ; number++) {
    const id = `${stem}${number}`;
    if (!Object.hasOwn(table, id) && !taken.has(id) && free(id)) return id;
  }
}

/** `wanted` itself where nothing has it or had it, else with `-2`, `-3` and so on. */
export function idLike(table: Table<unknown>, wanted: string, taken: TakenIds): string {
  const used = (id: string) => Object.hasOwn(table, id) || taken.has(id);
  return used(wanted) ? freshId(table, `${wanted}-`, taken, undefined, 2) : wanted;
}

/** Whether a device of the lab has this name; case does not count in DNS. */
export function isDeviceName(design: Design, name: string, except?: string): boolean {
  return Object.entries(design.devices).some(
    ([id, device]) => id !== except && device.name.toLowerCase() === name.toLowerCase(),
  );
}

/** One DNS label: letters, digits and hyphens, at most 63, no hyphen at either end (RFC 1123 section 2.1). */
export function isDnsLabel(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);
}

import { groupBy, rowOf } from '../../base/by-id.ts';
import type { Design } from '../design.ts';
import type { Device, Interface } from '../topology.ts';

/** As many network cards as VirtualBox gives a machine with the default chipset. */
export const mostCards = 8;

/** The interfaces of a device in the order people count: `p2` before `p10`. */
export function interfacesOf(
  design: Pick<Design, 'interfaces'>,
  device: string,
): [id: string, row: Interface][] {
  return byName(Object.entries(design.interfaces).filter(([, row]) => row.device === device));
}

/** The same for every device at once, for a lab with many. */
export function interfacesByDevice(
  design: Pick<Design, 'interfaces'>,
): Map<string, [id: string, row: Interface][]> {
  const groups = groupBy(Object.entries(design.interfaces), ([, row]) => row.device);
  for (const group of groups.values()) byName(group);
  return groups;
}

function byName(rows: [id: string, row: Interface][]): [id: string, row: Interface][] {
  return rows.sort(([, a], [, b]) => byNumber(a.name, b.name));
}

/** The cable of an interface; undefined when it has none. */
export function linkOf(design: Pick<Design, 'links'>, id: string): string | undefined {
  return Object.entries(design.links).find(([, link]) => link.a === id || link.b === id)?.[0];
}

/** Every interface that has a cable. */
export function cabledIn(design: Pick<Design, 'links'>): ReadonlySet<string> {
  return new Set(Object.values(design.links).flatMap(({ a, b }) => [a, b]));
}

/** The interface at the other end of a cable. */
export function peerOf(design: Pick<Design, 'links'>, id: string): string | undefined {
  const link = rowOf(design.links, linkOf(design, id));
  return link && (link.a === id ? link.b : link.a);
}

/** Whether a cable fits into an interface at all. */
export function takesCable(row: Interface): boolean {
  return row.parent === undefined && row.shares === undefined;
}

/** What a further interface of a device is called: `eth2`, `p5`, `inside3`. */
export function nextInterfaceName(design: Pick<Design, 'interfaces'>, id: string, device: Device): string {
  const stem = device.kind === 'switch' ? 'p' : device.engine === 'nat' ? 'inside' : 'eth';
  const names = new Set(interfacesOf(design, id).map(([, row]) => row.name));
  for (let number = stem === 'eth' ? 0 : 1; ; number++) {
    if (!names.has(`${stem}${number}`)) return `${stem}${number}`;
  }
}

/** Orders names as people count: `p2` before `p10`. */
export function byNumber(a: string, b: string): number {
  const [, stemA = a, numberA = ''] = /^(.*?)([0-9]*)$/.exec(a) ?? [];
  const [, stemB = b, numberB = ''] = /^(.*?)([0-9]*)$/.exec(b) ?? [];
  if (stemA !== stemB) return stemA < stemB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}

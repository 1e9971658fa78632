import { isUuid, sha256Hex, uuidV5 } from '../../base/digest.ts';

/** Namespace for labs whose id is no UUID (an edited file); any fixed UUID serves. */
const otherLabs = '6f2a1c52-3e0c-5d6f-9b0a-7d1f4c0e8a11';

/** The UUID that a lab's names are derived from. */
export function labSpace(labId: string): string {
  return isUuid(labId) ? labId.toLowerCase() : uuidV5(otherLabs, labId);
}

/** The machine made for a device: the same in every plan and on every computer. */
export function machineUuid(labId: string, device: string): string {
  return uuidV5(labSpace(labId), device);
}

/** Lower-case ASCII letters, digits and single hyphens; may be empty. */
export function slug(text: string, length: number): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-/, '').slice(0, length).replace(/-$/, '');
}

/** A slug that differs for different texts: what a plain slug loses is made up for by a piece of a digest. */
function distinctSlug(text: string, length: number): string {
  const plain = slug(text, length);
  if (plain === text && plain !== '') return plain;
  return `${slug(text, length - 7)}-${sha256Hex(text).slice(0, 6)}`.replace(/^-/, '');
}

/** What every network of a lab begins with. */
export function networkPrefix(labId: string): string {
  return `nl-${labSpace(labId).slice(0, 8)}-`;
}

/** VirtualBox's own limit is 127 bytes; 60 ASCII characters stay readable in its windows. */
export function networkName(labId: string, segment: string): string {
  const prefix = networkPrefix(labId);
  return `${prefix}${distinctSlug(segment, 60 - prefix.length)}`;
}

/** The group of a lab's machines, which is also their folder below VirtualBox's machine folder. */
export function labGroup(lab: { readonly id: string; readonly name: string }): string {
  return `/netloom/${[slug(lab.name, 40) || 'lab', labSpace(lab.id).slice(0, 8)].join('-')}`;
}

/** VirtualBox splits rules at commas and colons, so names with anything unusual are rewritten. */
export function ruleName(id: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(id) ? id : distinctSlug(id, 60);
}

import { rowOf } from '../base/by-id.ts';
import { parseCidr } from '../ip/address.ts';
import type { Design } from '../model/design.ts';
import { byNumber } from '../model/edit/ports.ts';
import type { Device, Interface } from '../model/topology.ts';
import type { Segment } from './network.ts';

/** An interface that should have an IPv4 address and has none. */
export interface Unaddressed {
  readonly id: string;
  readonly row: Interface;
  readonly device: Device;
}

/**
 * The interfaces of a segment that should have an IPv4 address and have none: NAT services, then routers, then machines,
 * each as people count. Left out are those that a DHCP server addresses, those with an address that cannot be read (it is
 * to be mended), cards that only carry VLANs, the internet, what hears nobody, and what is behind a NAT of its own, which
 * VirtualBox addresses.
 */
export function unaddressedOn(design: Design, segment: Segment): Unaddressed[] {
  const all = segment.interfaces.flatMap(({ id }): Unaddressed[] => {
    const row = rowOf(design.interfaces, id);
    const device = rowOf(design.devices, row?.device);
    return row && device ? [{ id, row, device }] : [];
  });
  const isAlone = segment.interfaces.length + segment.bridges.length < 2;
  if (isAlone || all.some(({ device }) => device.engine === 'nat' && device.isolated === true)) return [];
  const carriers = new Set(Object.values(design.interfaces).flatMap(({ parent }) => parent ?? []));
  return all
    .filter(({ id, row, device }) => device.kind !== 'internet' && !carriers.has(id) && isOpen(row))
    .sort(
      (a, b) =>
        rankOf(a.device) - rankOf(b.device) ||
        byNumber(a.device.name, b.device.name) ||
        byNumber(a.row.name, b.row.name),
    );
}

function isOpen({ dhcp, shares, addresses = [] }: Interface): boolean {
  const isIPv6 = (text: string) => parseCidr(text.trim())?.address.version === 6;
  return dhcp !== true && shares === undefined && addresses.every(isIPv6);
}

/** Routers go first, so that they get the gateway or an address next to it. */
function rankOf({ kind, engine }: Device): number {
  return engine === 'nat' ? 0 : kind === 'router' ? 1 : 2;
}

/** A segment as a person would call it: its switch and VLAN, else one of its interfaces. */
export function saySegment(design: Design, { bridges: [bridge], interfaces: [end] }: Segment): string {
  if (bridge) {
    const name = rowOf(design.devices, bridge.switch)?.name ?? bridge.switch;
    return bridge.vlan === undefined || bridge.vlan === 1 ? name : `${name} VLAN ${bridge.vlan}`;
  }
  const row = rowOf(design.interfaces, end?.id);
  return row ? `${rowOf(design.devices, row.device)?.name ?? row.device} ${row.name}` : '';
}

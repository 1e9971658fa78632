import { rowOf, sortedRows } from '../base/by-id.ts';
import { isPlatform } from '../kinds/platforms.ts';
import type { Device, Topology } from '../model/topology.ts';

type Devices = Pick<Topology, 'devices'>;

/**
 * What runs on the computer that the lab is applied on:
 *
 * - of one drawn VirtualBox host, what runs on it and nothing else;
 * - where the only drawn host has no platform, that host is this computer: what runs on it, and what is on no host;
 * - else what is on no host.
 */
export type ThisComputer =
  | { readonly kind: 'drawn'; readonly host: string }
  | { readonly kind: 'assumed'; readonly host: string }
  | { readonly kind: 'not-drawn' };

/** Which drawn host this computer is, if one is. */
export function thisComputer({ devices }: Devices): ThisComputer {
  const hosts = sortedRows(devices).filter(([, { kind }]) => kind === 'host');
  const [one, other] = hosts.filter(([, { platform }]) => isPlatform(platform, 'virtualbox'));
  if (one && !other) return { kind: 'drawn', host: one[0] };
  const [only, ...more] = hosts;
  return only && more.length === 0 && !hasPlatform(only[1])
    ? { kind: 'assumed', host: only[0] }
    : { kind: 'not-drawn' };
}

/** Whether something that runs on this host, or on none, runs on this computer. */
export function isHere(computer: ThisComputer, on: string | undefined): boolean {
  switch (computer.kind) {
    case 'drawn':
      return on === computer.host;
    case 'assumed':
      return on === undefined || on === computer.host;
    case 'not-drawn':
      return on === undefined;
  }
}

/** Whether a host, or what is on none, runs VirtualBox: it says so, or is this computer. */
export function runsVirtualBox(topology: Devices, host: string | undefined): boolean {
  if (host === undefined || isPlatform(rowOf(topology.devices, host)?.platform, 'virtualbox')) return true;
  const computer = thisComputer(topology);
  return computer.kind === 'assumed' && computer.host === host;
}

/** Whether a host says what it runs its machines with. */
export function hasPlatform({ platform = '' }: Device): boolean {
  return platform.trim() !== '';
}

import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { isPlatform } from '../kinds/platforms.ts';
import type { Device, Topology } from '../model/topology.ts';
import { hasPlatform, isHere, type ThisComputer } from '../network/this-computer.ts';
import type { Elsewhere, LeftOut } from './blueprint.ts';

type Reason = LeftOut['reason'];

/** Why a device is not made here; undefined where it is. */
export function notMadeHere(device: Device, computer: ThisComputer): Reason | undefined {
  const elsewhere: Reason = device.on === undefined ? 'no-host' : 'other-host';
  switch (device.kind) {
    case 'host':
      return 'host';
    case 'internet':
      return 'internet';
    case 'vm':
    case 'router':
      return isHere(computer, device.on) ? undefined : elsewhere;
    case 'switch':
      if (device.physical === true) return 'physical';
      return isHere(computer, device.on) ? undefined : elsewhere;
    default:
      return 'unknown-kind';
  }
}

/** What is left out, with the host that decides it: the one it runs on, else the one that is this computer. */
export function leftOutOf(topology: Topology, computer: ThisComputer): LeftOut[] {
  return sortedRows(topology.devices).flatMap(([device, row]): LeftOut[] => {
    const reason = notMadeHere(row, computer);
    if (!reason) return [];
    if (reason !== 'other-host' && reason !== 'no-host') return [{ device, reason }];
    const host = deciding(row, computer);
    return [{ device, reason, host: rowOf(topology.devices, host)?.name ?? host }];
  });
}

/** Machines that are left out although no platform other than VirtualBox is named for them, by host. */
export function elsewhereOf(topology: Topology, computer: ThisComputer): Elsewhere[] {
  const machines = sortedRows(topology.devices).filter(
    ([, row]) => (row.kind === 'vm' || row.kind === 'router') && notMadeHere(row, computer) !== undefined,
  );
  const byHost = groupBy(machines, ([, row]) => row.on);
  return [...byHost].flatMap(([on, those]): Elsewhere[] => {
    const [first] = those;
    const host = first && deciding(first[1], computer);
    const row = rowOf(topology.devices, host);
    if (host === undefined || !row) return [];
    const facts = { host, name: row.name, machines: those.length };
    if (on === undefined) return [{ ...facts, why: 'no-host' }];
    if (!hasPlatform(row)) return [{ ...facts, why: 'no-platform' }];
    return isPlatform(row.platform, 'virtualbox') ? [{ ...facts, why: 'one-of-several' }] : [];
  });
}

function deciding({ on }: Device, computer: ThisComputer): string | undefined {
  return on ?? (computer.kind === 'not-drawn' ? undefined : computer.host);
}

import { rowOf, sortedRows } from '../base/by-id.ts';
import { formatAddress, parseAddress } from '../ip/address.ts';
import { isPort, type PortRange, parsePorts } from '../ip/ports.ts';
import type { Device, NatRule, Topology } from './topology.ts';

/** A port of a host's address that a forward occupies. */
export interface HostPort {
  readonly host: string | undefined;
  readonly rule: string;
  readonly row: NatRule;
  readonly protocol: 'tcp' | 'udp';
  /** Undefined for every address of the host. */
  readonly listenAddress: string | undefined;
  readonly ports: PortRange;
}

/** The ports that the forwards of a lab occupy, in order of rule. */
export function hostPorts(topology: Pick<Topology, 'devices' | 'nat'>): HostPort[] {
  return sortedRows(topology.nat).flatMap(([rule, row]) => {
    const device = rowOf(topology.devices, row.device);
    return (device && hostPortOf(rule, row, device)) ?? [];
  });
}

/**
 * The port that a forward occupies; undefined for another rule, and where its port cannot be read. The host is the one
 * that the service runs on; undefined is this computer.
 */
export function hostPortOf(rule: string, row: NatRule, device: Device): HostPort | undefined {
  const ports = row.listenPort === undefined ? undefined : parsePorts(row.listenPort);
  if (row.kind !== 'port-forward' || !ports) return undefined;
  // An engine occupies a port of its host; any other router has addresses of its own.
  const host = device.engine === 'nat' ? device.on : `device/${row.device}`;
  const listen = row.listenAddress === undefined ? undefined : parseAddress(row.listenAddress.trim());
  const everywhere = row.listenAddress === '' || row.listenAddress === '0.0.0.0';
  const listenAddress = everywhere ? undefined : listen ? formatAddress(listen) : row.listenAddress;
  return { host, rule, row, protocol: row.protocol ?? 'tcp', listenAddress, ports };
}

/** Whether two forwards of one host and protocol want the same port of the same address. */
export function sharePort(a: HostPort, b: HostPort): boolean {
  return sharesAddress(a.listenAddress, b.listenAddress) && meet(a.ports, b.ports);
}

/** Undefined is every address, `::` every IPv6 address. */
function sharesAddress(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  return a.includes(':') && b.includes(':') && (a === '::' || b === '::');
}

/** The next ports from 1024 up, as many together, that no other forward of the host and protocol takes on any address. */
export function freePorts(all: readonly HostPort[], entry: HostPort): PortRange | undefined {
  const others = all.filter(
    (one) => one !== entry && one.host === entry.host && one.protocol === entry.protocol,
  );
  const more = entry.ports.last - entry.ports.first;
  for (let first = Math.max(1024, entry.ports.first + 1); isPort(first + more); first++) {
    const ports: PortRange = { first, last: first + more };
    if (!others.some((other) => meet(other.ports, ports))) return ports;
  }
  return undefined;
}

function meet(a: PortRange, b: PortRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

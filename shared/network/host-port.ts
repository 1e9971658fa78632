import { formatAddress, parseAddress } from '../ip/address.ts';
import { isPort, type PortRange } from '../ip/ports.ts';
import type { Service, Topology } from '../model/topology.ts';
import type { HostPort } from '../model/host-ports.ts';
import type { Network } from './network.ts';

/** Services of the host or the NAT device itself that could want the ports of a forward. */
function servicesBeside(topology: Topology, { host, row, protocol }: HostPort): Service[] {
  return Object.values(topology.services).filter(
    (service) => (service.device === row.device || service.device === host) && service.protocol === protocol,
  );
}

/** Whether a service listens where a forward does: one of the two on every address, or both on one. */
export function listensAt(service: Service, listenAddress: string | undefined): boolean {
  if (service.address === undefined || listenAddress === undefined) return true;
  const own = parseAddress(service.address.trim());
  return own === undefined || own.value === 0n || formatAddress(own) === listenAddress;
}

/** The first ports from a number on, as many as a forward has, that no other forward and no service there takes. */
export function freeHostPorts(
  topology: Topology,
  network: Pick<Network, 'hostPorts'>,
  entry: HostPort,
  from: number,
): PortRange | undefined {
  const taken = [
    ...network.hostPorts
      .filter((one) => one !== entry && one.host === entry.host && one.protocol === entry.protocol)
      .map(({ ports }) => ports),
    ...servicesBeside(topology, entry).map(({ port }) => ({ first: port, last: port })),
  ];
  const more = entry.ports.last - entry.ports.first;
  for (let first = from; isPort(first) && isPort(first + more); first++) {
    const last = first + more;
    if (taken.every((other) => last < other.first || first > other.last)) return { first, last };
  }
  return undefined;
}

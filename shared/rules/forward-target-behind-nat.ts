import { rowOf, sortedRows } from '../base/by-id.ts';
import {
  type Address,
  addressKey,
  formatAddress,
  parseAddress,
  parseCidr,
  sameAddress,
} from '../ip/address.ts';
import { contains } from '../ip/prefix.ts';
import type { NatRule, Topology } from '../model/topology.ts';
import { behindNat } from '../network/behind-nat.ts';
import type { HeldAddress, Network, Segment } from '../network/network.ts';
import { leadsOutside } from '../network/outside.ts';
import { sayDevice, sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'malformed' | 'nobody' | 'elsewhere' | 'lead-to';

export const forwardTargetBehindNat = defineRule({
  id: 'forward-target-behind-nat',
  severity: 'error',
  pack: 'nat',
  catalogue: ['NAT-04'],
  per: 'lab',
  summary: 'A port forward leads to an address that a machine behind the NAT has.',
  why: 'VirtualBox takes any address; who connects waits, and nothing ever answers.',
  source: 'RFC 3022 section 2.2',
  messages: {
    malformed: '"{address}" is no IP address: give the one of a machine behind {nat}.',
    nobody: 'No machine behind {nat} has {address}: lead the forward to one that is there.',
    elsewhere: '{who} has {address}, but is not behind {nat}: lead the forward to a machine that is.',
    'lead-to': 'Lead to {address} of {who}',
  },
  examples: {
    good: [
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80',
      // Nothing is behind it yet.
      'router n 10.0.0.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80',
      // The address may become that of a machine that asks DHCP, or is kept for one.
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a dhcp=true\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80',
      'router n engine=nat isolated=true\nvm a\na -- n\nnat n tcp 8080 -> :80',
      'switch s\nhost h\nrouter n 10.0.0.1/24 engine=nat\nn -- s\nh -- s\nnat n tcp 8080 -> 10.0.0.77:80',
      // A pair of load balancers answers for one address together.
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nshared 10.0.0.9/24 vrrp members=a.eth0\nnat n tcp 8080 -> 10.0.0.9:80',
    ],
    bad: [
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.6:80\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['nobody'],
      },
      {
        lab: 'switch s\nswitch t\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\nn -- s\na -- s\nb -- t\nnat n tcp 8080 -> 10.0.0.6:80\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['elsewhere'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> web:80\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['malformed'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const behind = behindNat(topology, network);
    for (const [id, row] of sortedRows(topology.nat)) {
      if (row.kind !== 'port-forward' || row.insideAddress === undefined || row.insideAddress.trim() === '') {
        continue;
      }
      const segments = behind(row.device);
      const inside = parseAddress(row.insideAddress.trim());
      const values = { address: row.insideAddress.trim(), nat: sayDevice(topology, row.device) };
      const at = { table: 'nat', row: id, field: 'insideAddress' } as const;
      if (inside && mayAnswer(topology, network, segments, row.device, inside)) continue;
      const fixes = candidates(topology, segments, row).map((held) => {
        const address = formatAddress(held.cidr.address);
        return {
          label: 'lead-to' as const,
          values: { address, who: sayInterface(topology, held.interface) },
          safety: 'choice' as const,
          change: setFields(topology, 'nat', id, { insideAddress: address }),
        };
      });
      if (!inside) yield { message: 'malformed', values, at, fixes };
      else {
        const [owner] = network.owners.get(addressKey(inside)) ?? [];
        const own = { ...values, address: formatAddress(inside) };
        if (!owner) yield { message: 'nobody', values: own, at, fixes };
        else {
          const who = sayInterface(topology, owner.interface);
          yield { message: 'elsewhere', values: { ...own, who }, at, fixes };
        }
      }
    }
  },
});

function mayAnswer(
  topology: Topology,
  network: Network,
  segments: readonly Segment[],
  nat: string,
  inside: Address,
): boolean {
  const others = segments.flatMap(({ interfaces }) => interfaces.filter(({ row }) => row.device !== nat));
  if (others.length === 0 || segments.some((segment) => leadsOutside(topology, segment))) return true;
  if (rowOf(topology.devices, nat)?.engine === 'nat' && !inSubnetOf(segments, nat, inside)) {
    // VirtualBox says so itself: a NAT service leads nowhere but into its own subnet.
    return true;
  }
  const own = new Set(segments);
  const isHere = (id: string): boolean => {
    const segment = network.segmentOf.get(id);
    return segment !== undefined && own.has(segment);
  };
  const owners = network.owners.get(addressKey(inside)) ?? [];
  const isShared = Object.values(topology.virtualAddresses).some((row) => {
    const shared = parseCidr(row.address)?.address ?? parseAddress(row.address);
    return shared !== undefined && sameAddress(shared, inside) && row.members.some(isHere);
  });
  const asks = others.some(({ row }) => {
    const isMachine = rowOf(topology.devices, row.device)?.kind === 'vm';
    return row.dhcp === true || (isMachine && (row.addresses ?? []).length === 0);
  });
  return isShared || asks || owners.some((held) => isHere(held.interface));
}

function inSubnetOf(segments: readonly Segment[], nat: string, inside: Address): boolean {
  const held = segments.flatMap(({ addresses }) => addresses.filter(({ device }) => device === nat));
  return held.length === 0 || held.some(({ cidr }) => contains(cidr, inside));
}

/** Machines behind the NAT, those that listen on the inside port first; five at most. */
function candidates(topology: Topology, segments: readonly Segment[], row: NatRule): HeldAddress[] {
  const listening = new Set(
    Object.values(topology.services).flatMap((one) =>
      one.protocol === (row.protocol ?? 'tcp') && one.port === Number(row.insidePort) ? [one.device] : [],
    ),
  );
  const machines = segments.flatMap(({ addresses }) =>
    addresses.filter(
      ({ device, cidr }) =>
        rowOf(topology.devices, device)?.kind === 'vm' && device !== row.device && cidr.address.version === 4,
    ),
  );
  const rank = ({ device }: HeldAddress): number => (listening.has(device) ? 0 : 1);
  return [...machines].sort((a, b) => rank(a) - rank(b)).slice(0, 5);
}

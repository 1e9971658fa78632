import { groupBy, sortedRows } from '../base/by-id.ts';
import {
  type Address,
  addressKey,
  bitsOf,
  type Cidr,
  formatAddress,
  formatCidr,
  parseAddress,
  sameAddress,
} from '../ip/address.ts';
import { contains, isLinkLocal, networkOf, parsePrefix } from '../ip/prefix.ts';
import type { Subnet, Topology } from '../model/topology.ts';
import { cables, type CableEnd, isTrunk, peersOf } from '../network/cables.ts';
import type { HeldAddress, Network, Segment } from '../network/network.ts';
import { segmentsBySubnet } from '../network/subnet-homes.ts';
import { sayDevice, sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'elsewhere' | 'cut-off' | 'move';

export const subnetInOneVlan = defineRule({
  id: 'subnet-in-one-vlan',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-03'],
  per: 'lab',
  summary: 'Machines with addresses of a subnet are in the VLAN of that subnet.',
  why: 'They look for each other on the wire, and a switch never passes a frame from one VLAN to another.',
  source: 'RFC 4632 section 3.1; IEEE 802.1Q-2022 section 8.6',
  messages: {
    elsewhere:
      '{who} has {address} of {prefix}, which is VLAN {vlan}, but is in VLAN {other} of {switch}: move it, or give it an address of that VLAN.',
    'cut-off':
      '{who} has {address} of {prefix} but is in VLAN {other} of {switch}, and the gateway of {prefix} is in VLAN {vlan}: move it there.',
    move: 'Put {port} in VLAN {vlan}',
  },
  examples: {
    good: [
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10',
      // Each student has the same subnet in a VLAN of his own.
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.0.0/24 vlan=20',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24',
      // The second switch is a world of its own.
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- s vlan=10\nb -- t vlan=20\nsubnet 10.0.0.0/24 vlan=10 switch=s',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24 10.0.0.77/32\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10',
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24 vrf=blue\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10',
    ],
    bad: [
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10',
        reports: ['elsewhere'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.2/24\na -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10',
        reports: ['elsewhere'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm b 10.0.0.2/24\nr -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['cut-off'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const homesOf = segmentsBySubnet(network);
    const strays = straysOf(network);
    let peers: ReadonlyMap<string, CableEnd> | undefined;
    for (const [id, row] of sortedRows(topology.subnets)) {
      const prefix = parsePrefix(row.prefix);
      if (!prefix) continue;
      const homes = homesOf.get(id) ?? [];
      const wrong =
        row.vlan === undefined ? cutOff(row, prefix, homes) : elsewhere(row, homes, strays(prefix));
      for (const { segment, held, home, switch: name, other } of wrong) {
        peers ??= peersOf(cables(topology));
        yield {
          message: row.vlan === undefined ? 'cut-off' : 'elsewhere',
          values: {
            who: sayInterface(topology, held.interface),
            address: formatAddress(held.cidr.address),
            prefix: formatCidr(prefix),
            vlan: home,
            other,
            switch: sayDevice(topology, name),
          },
          at: { table: 'interfaces', row: held.interface, field: `addresses.${held.index}` },
          fixes: moveInto(topology, peers.get(held.interface), segment, home),
        };
      }
    }
  },
});

interface Stray {
  readonly held: HeldAddress;
  readonly segment: Segment;
  readonly home: number;
  readonly switch: string;
  readonly other: number;
}

/** A single address (/32, /128) is a member of no subnet: a floating or anycast address may be anywhere. */
function isMember({ address, length }: Cidr): boolean {
  return length < bitsOf(address.version) && !isLinkLocal(address);
}

/** Addresses in a prefix whose own segment, in a VLAN, has no subnet for them. */
function straysOf(network: Network): (prefix: Cidr) => readonly (readonly [Segment, HeldAddress])[] {
  const homeless = network.segments.flatMap((segment) =>
    segment.bridges.some(({ aware }) => aware)
      ? segment.addresses
          .filter(
            ({ cidr }) =>
              isMember(cidr) && !segment.subnets.some(({ prefix }) => contains(prefix, cidr.address)),
          )
          .map((held): [Segment, HeldAddress] => [segment, held])
      : [],
  );
  const byLength = new Map<string, Map<string, [Segment, HeldAddress][]>>();
  return ({ address, length }) => {
    const { version } = address;
    const keyOf = (one: Address): string => addressKey(networkOf({ address: one, length }));
    const groups =
      byLength.get(`${version} ${length}`) ??
      groupBy(
        homeless.filter(([, { cidr }]) => cidr.address.version === version),
        ([, { cidr }]) => keyOf(cidr.address),
      );
    byLength.set(`${version} ${length}`, groups);
    return groups.get(keyOf(address)) ?? [];
  };
}

function elsewhere(
  row: Subnet,
  homes: readonly Segment[],
  strays: readonly (readonly [Segment, HeldAddress])[],
): Stray[] {
  const switches = new Set(homes.flatMap(({ bridges }) => bridges.map((bridge) => bridge.switch)));
  return strays.flatMap(([segment, held]) => {
    const bridge = segment.bridges.find(
      (one) =>
        one.aware &&
        (row.switch === undefined
          ? switches.size === 0 || switches.has(one.switch)
          : one.switch === row.switch),
    );
    return stray(segment, held, row.vlan, bridge);
  });
}

/** Members of a subnet without a VLAN of its own, on a switch of its gateway but in another VLAN. */
function cutOff(row: Subnet, prefix: Cidr, segments: readonly Segment[]): Stray[] {
  const gateway = row.gateway === undefined ? undefined : parseAddress(row.gateway);
  if (!gateway || segments.length < 2) return [];
  const owns = (segment: Segment): boolean =>
    segment.addresses.some(({ cidr }) => sameAddress(cidr.address, gateway));
  const [home, ...more] = segments.filter(owns);
  if (!home || more.length > 0) return [];
  return segments
    .filter((segment) => segment !== home)
    .flatMap((segment) =>
      segment.addresses
        .filter(({ cidr }) => isMember(cidr) && contains(prefix, cidr.address))
        .flatMap((held) => {
          const bridge = segment.bridges.find(
            (one) => one.aware && home.bridges.some((other) => other.switch === one.switch),
          );
          const there = home.bridges.find((one) => one.switch === bridge?.switch);
          return stray(segment, held, there?.vlan, bridge);
        }),
    );
}

function stray(
  segment: Segment,
  held: HeldAddress,
  home: number | undefined,
  bridge: Segment['bridges'][number] | undefined,
): Stray[] {
  const own = segment.interfaces.find(({ id }) => id === held.interface)?.row;
  // A routing table of its own may use the same addresses again.
  if (home === undefined || bridge?.vlan === undefined || bridge.vlan === home || own?.vrf !== undefined) {
    return [];
  }
  return [{ segment, held, home, switch: bridge.switch, other: bridge.vlan }];
}

function moveInto(
  topology: Topology,
  port: CableEnd | undefined,
  segment: Segment,
  vlan: number,
): NonNullable<Finding<Words>['fixes']> {
  const inSegment = segment.bridges.some((bridge) => bridge.switch === port?.row.device);
  if (!port?.switchPort || !inSegment || isTrunk(port)) return [];
  const change = setFields(topology, 'interfaces', port.id, { vlan });
  return [
    { label: 'move', values: { port: sayInterface(topology, port.id), vlan }, safety: 'choice', change },
  ];
}

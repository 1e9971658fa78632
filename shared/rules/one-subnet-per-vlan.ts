import { contains } from '../ip/prefix.ts';
import { formatCidr } from '../ip/address.ts';
import type { Segment } from '../network/network.ts';
import { sayDevice } from './fixes.ts';
import { defineRule } from './rule.ts';

type KnownSubnet = Segment['subnets'][number];

export const oneSubnetPerVlan = defineRule({
  id: 'one-subnet-per-vlan',
  // Two subnets on one wire do work, each by itself; what is lost is that a router stands between them.
  severity: 'warning',
  pack: 'vlan',
  catalogue: ['VLAN-03'],
  per: 'segment',
  summary: 'A VLAN carries one IPv4 and one IPv6 subnet, unless a device has addresses in both on purpose.',
  why: 'Machines of both hear each other past every firewall, and a DHCP server there answers the wrong ones.',
  source: 'IEEE 802.1Q-2022 section 3: one VLAN is one broadcast domain',
  messages: {
    vlan: 'VLAN {vlan} of {switch} carries two subnets, {a} and {b}, with nothing between them: give {b} a VLAN of its own.',
    wire: '{a} and {b} share one wire with nothing between them: give {b} a switch or VLAN of its own.',
    'other-here': '{a} is here.',
  },
  examples: {
    good: [
      'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s vlan=10\nb -- s vlan=20\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=20',
      'switch s\nvm a 10.0.0.1/24 2001:db8::1/64\na -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10\nsubnet 2001:db8::/64 vlan=10',
      // The router has an address in both: a secondary subnet, on purpose.
      'switch s\nrouter r 10.0.0.1/24 10.0.1.1/24\nvm a 10.0.0.2/24\nr -- s vlan=10\na -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=10',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s vlan=10\nb -- t vlan=10\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=10',
      // One number on two switches that are not cabled to each other.
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s vlan=10\nb -- t vlan=10\nsubnet 10.0.0.0/24 vlan=10 switch=s\nsubnet 10.0.1.0/24 vlan=10 switch=t',
    ],
    bad: [
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s vlan=10\nb -- s vlan=10\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=10',
        reports: ['vlan'],
      },
      {
        lab: 'switch s vlanAware=false\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- s\nb -- s\nsubnet 10.0.0.0/24\nsubnet 10.0.1.0/24',
        reports: ['wire'],
      },
    ],
  },
  *check(segment, { topology }) {
    for (const version of [4, 6]) {
      const [first, ...others] = segment.subnets.filter(
        (subnet) => subnet.prefix.address.version === version && isHere(segment, subnet),
      );
      if (!first) continue;
      for (const other of others) {
        if (overlap(first, other) || isSecondary(segment, first, other)) continue;
        const bridge = segment.bridges.find(({ aware }) => aware);
        const names = { a: formatCidr(first.prefix), b: formatCidr(other.prefix) };
        const at = { table: 'subnets', row: other.id, field: 'vlan' } as const;
        const related = [
          {
            at: { table: 'subnets', row: first.id, field: 'vlan' } as const,
            message: 'other-here' as const,
            values: { a: names.a },
          },
        ];
        if (bridge?.vlan === undefined) yield { message: 'wire', values: names, at, related };
        else
          yield {
            message: 'vlan',
            values: { ...names, vlan: bridge.vlan, switch: sayDevice(topology, bridge.switch) },
            at,
            related,
          };
      }
    }
  },
});

/**
 * A row with a VLAN and no switch belongs to every segment of that number, also where two sites use it apart: there it is
 * only where an address of it is.
 */
function isHere({ addresses }: Segment, { row, prefix }: KnownSubnet): boolean {
  return row.switch !== undefined || addresses.some(({ cidr }) => contains(prefix, cidr.address));
}

/** The same prefix twice is one subnet; one within the other is a question of addresses, not of VLANs. */
function overlap(a: KnownSubnet, b: KnownSubnet): boolean {
  return contains(a.prefix, b.prefix.address) || contains(b.prefix, a.prefix.address);
}

function isSecondary(segment: Segment, a: KnownSubnet, b: KnownSubnet): boolean {
  const owners = ({ prefix }: KnownSubnet): string[] =>
    segment.addresses.flatMap(({ device, cidr }) => (contains(prefix, cidr.address) ? [device] : []));
  const inA = new Set(owners(a));
  return owners(b).some((device) => inA.has(device));
}

import { addressKey, bitsOf, formatAddress } from '../ip/address.ts';
import { contains, isLinkLocal } from '../ip/prefix.ts';
import { unusableAs } from '../ip/special.ts';
import type { AddressSpace } from '../network/free-address.ts';
import type { HeldAddress, Segment } from '../network/network.ts';
import { placeOfAddress, prefixesOn } from '../network/prefixes.ts';
import { sharedAddresses } from '../network/shared-addresses.ts';
import { moveToFree, sayInterface } from './fixes.ts';
import { defineRule, type FindingFix } from './rule.ts';

export const noAddressOnTwoSegments = defineRule({
  id: 'no-address-on-two-segments',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-01'],
  per: 'lab',
  summary: 'An address is used once among segments that route to each other.',
  why: 'A router sends what is for the address to one of the two wires; the machine on the other is never reached.',
  source: 'RFC 4632 section 3.1; RFC 4786 for anycast',
  messages: {
    clash:
      '{a} and {b} both use {address}, on two segments that route to each other. Give one of them another.',
    'clash-here': '{b} uses {address} too, on another segment.',
    'use-free': 'Give {who} {free}',
  },
  examples: {
    good: [
      'router r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24\nvm b 10.0.1.1/24\na -- r.eth0\nb -- r.eth1',
      '# No router joins them.\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\nvm c 10.0.0.1/24\nvm d 10.0.0.2/24\na -- b\nc -- d',
      '# Behind a NAT the same addresses may be used again.\nrouter r 10.0.0.254/24\nport r.eth1 10.9.0.1/24\nrouter q 10.9.0.2/24\nvm a 10.0.0.1/24\nport q.eth1 10.0.0.254/24\nvm b 10.0.0.1/24\na -- r.eth0\nr.eth1 -- q.eth0\nq.eth1 -- b\nnat q masquerade outside=q.eth0',
      '# Anycast: one host address on several machines.\nrouter r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24 10.53.0.53/32\nvm b 10.0.1.1/24 10.53.0.53/32\na -- r.eth0\nb -- r.eth1',
      '# A shared address with members on both segments.\nrouter r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24 10.9.0.1/24\nvm b 10.0.1.1/24 10.9.0.1/24\na -- r.eth0\nb -- r.eth1\nshared 10.9.0.1/24 anycast members=a.eth0,b.eth0',
      '# Routing tables of their own.\nrouter r 10.0.0.254/24 vrf=red\nport r.eth1 10.0.0.254/24 vrf=blue\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- r.eth0\nb -- r.eth1',
      'router r fe80::1/64\nport r.eth1 fe80::1/64\nvm a fe80::2/64\nvm b fe80::2/64\na -- r.eth0\nb -- r.eth1',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.254/24\nport r.eth1 10.0.1.254/24\nvm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- r.eth0\nb -- r.eth1\nroute a 0.0.0.0/0 via=10.0.0.254',
        reports: ['clash'],
      },
      {
        lab: 'switch s\nrouter r\nport r.v10 10.0.0.254/24 parent=r.eth0 tag=10\nport r.v20 10.0.1.254/24 parent=r.eth0 tag=20\nvm a 10.0.1.1/24\nvm b 10.0.1.1/24\nr -- s mode=trunk\na -- s vlan=10\nb -- s vlan=20\nroute b 0.0.0.0/0 via=10.0.1.254',
        reports: ['clash'],
      },
      {
        lab: 'router r 2001:db8:1::fe/64\nport r.eth1 2001:db8:2::fe/64\nvm a 2001:db8:1::1/64\nvm b 2001:db8:1::1/64\na -- r.eth0\nb -- r.eth1',
        reports: ['clash'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const shared = sharedAddresses(topology);
    for (const holders of network.owners.values()) {
      const [any] = holders;
      if (!any || holders.length < 2 || isLinkLocal(any.cidr.address) || unusableAs(any.cidr.address))
        continue;
      const meant = shared.get(addressKey(any.cidr.address)) ?? [];
      const firstOf = new Map<number, HeldAddress>();
      for (const held of holders) {
        const segment = network.segmentOf.get(held.interface);
        const domain = segment && network.domains.get(segment.id);
        if (!segment || domain === undefined) continue;
        const first = firstOf.get(domain);
        if (!first) {
          firstOf.set(domain, held);
          continue;
        }
        // On one segment it is a finding of another rule.
        const other = network.segmentOf.get(first.interface);
        if (other === segment) continue;
        if ([first, held].every(({ cidr }) => cidr.length === bitsOf(cidr.address.version))) continue;
        if (meant.some(({ members }) => members.has(first.interface) && members.has(held.interface)))
          continue;
        const address = formatAddress(held.cidr.address);
        const [a, b] = [sayInterface(topology, first.interface), sayInterface(topology, held.interface)];
        yield {
          message: 'clash',
          values: { address, a, b },
          at: placeOfAddress(held),
          related: [{ at: placeOfAddress(first), message: 'clash-here', values: { address, b } }],
          fixes: [
            ...awayFrom({ topology, network }, segment, held, other),
            ...(other ? awayFrom({ topology, network }, other, first, segment) : []),
          ],
        };
      }
    }
  },
});

/** A free address of a prefix that only this one of the two segments uses. */
function awayFrom(
  space: AddressSpace,
  segment: Segment,
  held: HeldAddress,
  other: Segment | undefined,
): FindingFix<'use-free'>[] {
  const there = other ? prefixesOn(other) : [];
  const own = prefixesOn(segment).find(
    ({ prefix }) =>
      prefix.address.version === held.cidr.address.version &&
      !there.some((one) => contains(one.prefix, prefix.address) || contains(prefix, one.prefix.address)),
  );
  return own ? moveToFree(space, segment, held, own.prefix) : [];
}

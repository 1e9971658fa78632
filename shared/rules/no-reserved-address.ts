import { formatAddress, formatCidr } from '../ip/address.ts';
import { contains, prefixOf, reservedRole } from '../ip/prefix.ts';
import { moveToFree, sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noReservedAddress = defineRule({
  id: 'no-reserved-address',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-07'],
  per: 'segment',
  summary: "An interface must not have its subnet's network or broadcast address.",
  why: 'A host with the broadcast address can send and is never answered; the network address is refused by many systems.',
  source: 'RFC 1122 section 3.2.1.3; RFC 3021 for /31',
  messages: {
    network: '{who} has {address}, the network address of {prefix}.',
    broadcast: '{who} has {address}, the broadcast address of {prefix}.',
    'use-free': 'Give {who} {free}',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24',
      'vm a 10.0.0.0/31\nvm b 10.0.0.1/31\na -- b',
      'vm a 10.0.0.255/32',
      'vm a 10.0.1.0/23',
      'vm a 2001:db8::/64',
    ],
    bad: [
      { lab: 'vm a 10.0.0.0/24', reports: ['network'] },
      { lab: 'vm a 10.0.0.255/24', reports: ['broadcast'] },
      { lab: 'vm a 10.0.0.3/30', reports: ['broadcast'] },
      { lab: 'vm a 10.0.0.255/16\nsubnet 10.0.0.0/24', reports: ['broadcast'] },
    ],
  },
  *check(segment, { topology, network }) {
    for (const held of segment.addresses) {
      const { address } = held.cidr;
      const own = segment.subnets.map(({ prefix }) => prefix).filter((prefix) => contains(prefix, address));
      const cidr = [held.cidr, ...own.map(({ length }) => ({ address, length }))].find(reservedRole);
      const role = cidr && reservedRole(cidr);
      // A single address (/32) is no member of the subnet that it happens to lie in.
      if (!role || held.cidr.length > 30) continue;
      const who = sayInterface(topology, held.interface);
      yield {
        message: role,
        values: { who, address: formatAddress(address), prefix: formatCidr(prefixOf(cidr)) },
        at: { table: 'interfaces', row: held.interface, field: `addresses.${held.index}` },
        fixes: moveToFree({ topology, network }, segment, held, cidr),
      };
    }
  },
});

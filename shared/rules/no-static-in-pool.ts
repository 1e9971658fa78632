import { groupBy, rowOf } from '../base/by-id.ts';
import { type Address, addressKey, formatAddress, sameAddress } from '../ip/address.ts';
import { type AddressRange, formatPool, inRange, parsePool } from '../ip/pool.ts';
import type { Topology } from '../model/topology.ts';
import type { DhcpScope, HeldAddress } from '../network/network.ts';
import { placeOfAddress } from '../network/prefixes.ts';
import { moveToFree, sayInterface, setFields } from './fixes.ts';
import { defineRule, type FindingFix } from './rule.ts';

export const noStaticInPool = defineRule({
  id: 'no-static-in-pool',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-03'],
  per: 'lab',
  summary: 'A static address lies outside the DHCP pools of its segment, or is reserved there.',
  why: 'The server knows nothing of it and gives the same address to another machine, weeks later.',
  source: 'RFC 2131 section 3.1',
  messages: {
    inside:
      '{who} has {address}, which DHCP may give to another machine out of {pool}. Reserve it, or move one of the two.',
    reserve: 'Reserve {address} for {who}',
    'split-pool': 'Leave {address} out of the pool',
    'use-free': 'Give {who} {free}',
  },
  examples: {
    good: [
      'vm a 10.0.0.5/24\nrouter r 10.0.0.1/24\na -- r\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199',
      'vm a 10.0.0.150/24\nrouter r 10.0.0.1/24\na -- r\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199\nreserve net1 10.0.0.150 interface=a.eth0',
      '# The server knows its own address.\nrouter r 10.0.0.1/24\nvm a dhcp=true\na -- r\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.1-10.0.0.199',
      '# Another segment.\nvm a 10.0.0.150/24\nvm b 10.0.0.2/24\na -- b\nrouter r 10.0.0.1/24\nvm c dhcp=true\nr -- c\nsubnet 10.0.0.0/24 switch=s dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199\nswitch s',
    ],
    bad: [
      {
        lab: 'vm a 10.0.0.150/24\nrouter r 10.0.0.1/24\na -- r\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199',
        reports: ['inside'],
      },
      {
        lab: 'switch s\nvm a 10.0.0.1/24\nvm b 10.0.0.3/24\nrouter r 10.0.0.2/24\na -- s\nb -- s\nr -- s\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.1,10.0.0.3-10.0.0.9',
        reports: ['inside', 'inside'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const segmentsOf = groupBy(
      network.segments.flatMap((segment) => segment.subnets.map(({ id }) => ({ id, segment }))),
      ({ id }) => id,
    );
    for (const scope of network.scopes) {
      if (scope.pools.length === 0) continue;
      const reserved = new Set(scope.reservations.map(({ address }) => addressKey(address)));
      for (const { segment } of segmentsOf.get(scope.subnet) ?? []) {
        const gateways = segment.subnets.flatMap(({ gateway }) => gateway ?? []);
        for (const held of segment.addresses) {
          const { address } = held.cidr;
          const pool = scope.pools.find((one) => inRange(one, address));
          // The server's own address and the gateway's are a matter of the pool, not of who has them.
          const known = held.device === scope.server || gateways.some((one) => sameAddress(one, address));
          if (!pool || known || reserved.has(addressKey(address))) continue;
          const values = { who: sayInterface(topology, held.interface), address: formatAddress(address) };
          yield {
            message: 'inside',
            values: { ...values, pool: formatPool(pool) },
            at: placeOfAddress(held),
            related: [],
            fixes: [
              reserve(topology, scope, held, values),
              splitPool(topology, scope, address, values),
              ...moveToFree({ topology, network }, segment, held, scope.prefix),
            ],
          };
        }
      }
    }
  },
});

/** The machine keeps its address and the server learns of it: nothing that was meant changes. */
function reserve(
  topology: Topology,
  { subnet }: DhcpScope,
  held: HeldAddress,
  values: { readonly who: string; readonly address: string },
): FindingFix<'reserve'> {
  const row = { subnet, interface: held.interface, address: values.address };
  let id = `${held.interface}.reservation`;
  for (let number = 2; rowOf(topology.reservations, id); number++) {
    id = `${held.interface}.reservation-${number}`;
  }
  return { label: 'reserve', values, safety: 'safe', change: { reservations: { [id]: { after: row } } } };
}

function splitPool(
  topology: Topology,
  { subnet, row }: DhcpScope,
  address: Address,
  values: { readonly address: string },
): FindingFix<'split-pool'> {
  const pools = (row.dhcpPools ?? []).flatMap((text) => {
    const pool = parsePool(text);
    return pool && inRange(pool, address) ? without(pool, address).map(formatPool) : [text];
  });
  const change = setFields(topology, 'subnets', subnet, { dhcpPools: pools.length > 0 ? pools : undefined });
  return { label: 'split-pool', values, safety: 'choice', change };
}

function without({ first, last }: AddressRange, { version, value }: Address): AddressRange[] {
  const below = { first, last: { version, value: value - 1n } };
  const above = { first: { version, value: value + 1n }, last };
  return [below, above].filter((part) => part.first.value <= part.last.value);
}

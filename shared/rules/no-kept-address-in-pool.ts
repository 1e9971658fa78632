import { groupBy, rowOf } from '../base/by-id.ts';
import { type Address, addressKey, formatAddress, parseAddress } from '../ip/address.ts';
import { formatPool, inRange, parsePool, rangeWithout } from '../ip/pool.ts';
import { sayDevice, setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'gateway' | 'server' | 'leave-out';

export const noKeptAddressInPool = defineRule({
  id: 'no-kept-address-in-pool',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-03'],
  per: 'lab',
  summary: 'A DHCP pool leaves out the gateway and the server itself.',
  why: 'One day a client is given the address of the gateway, and the whole segment loses its way out.',
  source: 'RFC 2131 section 3.1; VirtualBox and Kea take such pools',
  messages: {
    gateway: 'The pool {pool} contains the gateway {address}: leave it out.',
    server: 'The pool {pool} contains {address} of {who}, which serves it: leave it out.',
    'leave-out': 'Write {pools} instead',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nr -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199',
      // Servers know the addresses that they keep, and skip them.
      'switch s\nrouter r 10.0.0.1/24\nvm a dhcp=true\nr -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199\nreserve net1 10.0.0.150 interface=a.eth0',
      'subnet 10.0.0.0/24 gateway=10.0.0.1 dhcpPools=10.0.0.1-10.0.0.254',
    ],
    bad: [
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nr -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.1-10.0.0.199',
        reports: ['gateway'],
      },
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm d 10.0.0.150/24\nr -- s\nd -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=d dhcpPools=10.0.0.100-10.0.0.199',
        reports: ['server'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    if (network.scopes.length === 0) return;
    const held = groupBy(
      network.segments.flatMap(({ addresses }) => addresses),
      ({ device }) => device,
    );
    for (const { subnet, row, server } of network.scopes) {
      const gateway = row.gateway === undefined ? undefined : parseAddress(row.gateway.trim());
      const kept = new Map<string, { address: Address; message: 'gateway' | 'server' }>();
      for (const { cidr } of held.get(server) ?? [])
        kept.set(addressKey(cidr.address), { address: cidr.address, message: 'server' });
      if (gateway) kept.set(addressKey(gateway), { address: gateway, message: 'gateway' });
      for (const [index, text] of (row.dhcpPools ?? []).entries()) {
        const pool = parsePool(text);
        if (!pool) continue;
        for (const { address, message } of kept.values()) {
          if (!inRange(pool, address)) continue;
          const own = { pool: formatPool(pool), address: formatAddress(address) };
          const left = rangeWithout(
            pool,
            [...kept.values()].map((one) => one.address),
          ).map(formatPool);
          const now = rowOf(topology.subnets, subnet)?.dhcpPools ?? [];
          const dhcpPools = now.flatMap((one, place) => (place === index ? left : [one]));
          yield {
            message,
            values: message === 'server' ? { ...own, who: sayDevice(topology, server) } : own,
            at: { table: 'subnets', row: subnet, field: `dhcpPools.${index}` },
            fixes:
              left.length === 0
                ? []
                : [
                    {
                      label: 'leave-out',
                      values: { pools: left.join(', ') },
                      // No client could ever have had these addresses.
                      safety: 'safe',
                      change: setFields(topology, 'subnets', subnet, { dhcpPools }),
                    },
                  ],
          };
        }
      }
    }
  },
});

import { rowOf, sortedRows } from '../base/by-id.ts';
import { bitsOf, parseAddress, parseCidr } from '../ip/address.ts';
import type { PublicPool, Topology } from '../model/topology.ts';
import { behindNat, natDevices } from '../network/behind-nat.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

/** Ports of an address that NAT may use: those from 1024 up (RFC 6888 section 3, RFC 7422). */
const portsOfAddress = 64_512;

export const natPortBudget = defineRule({
  id: 'nat-port-budget',
  severity: 'error',
  pack: 'nat',
  catalogue: ['NAT-06'],
  per: 'lab',
  summary: 'The blocks of ports for all machines behind a pool of public addresses fit into the pool.',
  why: 'The last machines get no ports: their connections fail although the network is up.',
  source: 'RFC 7422 section 2; RFC 6888 section 3',
  messages: {
    short:
      'Blocks of {block} ports for {machines|machine|machines} take {percent} % of the {have} ports of this pool: add public addresses, or make the blocks smaller.',
    'use-block': 'Give each machine {block} ports',
  },
  examples: {
    good: [
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\npool 203.0.113.1/32 blockSize=2048',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\npool 203.0.113.1/32',
      'switch s\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\na -- s\nb -- s\npool 203.0.113.1/32 blockSize=64000',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\nn -- s\na -- s\nb -- s\npool 203.0.113.0/30 blockSize=32768',
    ],
    bad: [
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\nn -- s\na -- s\nb -- s\npool 203.0.113.1/32 blockSize=32768\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['short'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\npool 203.0.113.1 blockSize=40000\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['short'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const pools = sortedRows(topology.publicPools).filter(([, pool]) => pool.blockSize !== undefined);
    if (pools.length === 0) return;
    const behind = behindNat(topology, network);
    for (const [id, pool] of pools) {
      const { blockSize: block = 0 } = pool;
      const segments = new Set(usersOf(topology, id, pool).flatMap((device) => behind(device)));
      const machines = new Set(
        [...segments].flatMap(({ interfaces }) =>
          interfaces.flatMap(({ row }) =>
            rowOf(topology.devices, row.device)?.kind === 'vm' ? [row.device] : [],
          ),
        ),
      ).size;
      const have = portsOfAddress * addressesIn(pool);
      const percent = have === 0 ? 0 : Math.round((machines * block * 100) / have);
      if (percent <= 60) continue;
      // Sixty percent leave room for machines to come; a power of two, as blocks usually are.
      const smaller = 2 ** Math.floor(Math.log2((have * 0.6) / machines));
      yield {
        message: 'short',
        values: { machines, block, percent, have },
        severity: percent > 90 ? 'error' : 'warning',
        at: { table: 'publicPools', row: id, field: 'blockSize' },
        fixes:
          smaller < 64 || smaller >= block
            ? []
            : [
                {
                  label: 'use-block',
                  values: { block: smaller },
                  safety: 'choice',
                  change: setFields(topology, 'publicPools', id, { blockSize: smaller }),
                },
              ],
      };
    }
  },
});

function usersOf(topology: Topology, id: string, pool: PublicPool): readonly string[] {
  const named = Object.values(topology.nat).flatMap((row) => (row.pool === id ? [row.device] : []));
  return pool.devices ?? (named.length > 0 ? [...new Set(named)] : [...natDevices(topology)]);
}

/** Every address of a pool counts, also the first and last of a prefix: none of them is on a wire. */
function addressesIn(pool: PublicPool): number {
  return pool.addresses.reduce((sum, text) => {
    const cidr = parseCidr(text.trim());
    if (cidr) return sum + 2 ** Math.min(32, bitsOf(cidr.address.version) - cidr.length);
    return parseAddress(text.trim()) ? sum + 1 : sum;
  }, 0);
}

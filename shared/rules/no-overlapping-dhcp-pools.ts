import { rowOf } from '../base/by-id.ts';
import { type AddressRange, formatPool } from '../ip/pool.ts';
import { formatCidr } from '../ip/address.ts';
import type { Topology } from '../model/topology.ts';
import { dhcpOn } from '../network/dhcp.ts';
import type { DhcpScope, Segment } from '../network/network.ts';
import { sayDevice, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'overlap' | 'engine' | 'other-here' | 'stop';

export const noOverlappingDhcpPools = defineRule({
  id: 'no-overlapping-dhcp-pools',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-02'],
  per: 'lab',
  summary: 'Two DHCP servers on one segment do not hand out the same addresses.',
  why: 'Each gives an address away that the other has given already, and two machines answer for it.',
  source: 'RFC 2131 section 2.2',
  messages: {
    overlap:
      '{a} and {b} both hand out {range} on one segment: let one of them serve it, or give each a part of its own.',
    engine:
      '{b} serves {prefix}, but the NAT service {a} on the same segment answers DHCP by itself: let one of them do it.',
    'other-here': '{a} hands it out here.',
    stop: 'Let {b} no longer serve {prefix}',
  },
  examples: {
    good: [
      'switch s\nrouter r 10.0.0.1/24\nvm d 10.0.0.2/24\nr -- s\nd -- s\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.149\nsubnet 10.0.0.0/24 dhcpServer=d dhcpPools=10.0.0.150-10.0.0.199',
      'switch s\nrouter r 10.0.0.1/24\nvm d 10.0.1.2/24\nr -- s vlan=10\nd -- s vlan=20\nsubnet 10.0.0.0/24 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.149\nsubnet 10.0.1.0/24 dhcpServer=d dhcpPools=10.0.1.100-10.0.1.149',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a dhcp=true\nn -- s\na -- s\nsubnet 10.0.0.0/24 dhcpServer=n dhcpPools=10.0.0.100-10.0.0.149',
      // Nobody asks, so the NAT service is made without its DHCP server.
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm d 10.0.0.2/24\nn -- s\nd -- s\nsubnet 10.0.0.0/24 dhcpServer=d dhcpPools=10.0.0.100-10.0.0.149',
    ],
    bad: [
      {
        lab: 'switch s\nrouter r 10.0.0.1/24\nvm d 10.0.0.2/24\nr -- s\nd -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.100-10.0.0.199\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=d dhcpPools=10.0.0.150-10.0.0.250',
        reports: ['overlap'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm d 10.0.0.3/24\nvm a dhcp=true\nn -- s\nd -- s\na -- s\nsubnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=d dhcpPools=10.0.0.100-10.0.0.149',
        reports: ['engine'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    if (network.scopes.length === 0) return;
    for (const segment of network.segments) {
      if (segment.subnets.every(({ row }) => row.dhcpServer === undefined)) continue;
      const { scopes, engines } = dhcpOn(topology, network, segment);
      for (const [index, scope] of scopes.entries()) {
        const prefix = formatCidr(scope.prefix);
        const b = sayDevice(topology, scope.server);
        const at = { table: 'subnets', row: scope.subnet, field: 'dhcpServer' } as const;
        const fixes = [stop(topology, scope)];
        const nat = engines.find((id) => id !== scope.server);
        if (nat !== undefined && !engines.includes(scope.server) && isAsked(topology, segment)) {
          yield { message: 'engine', values: { a: sayDevice(topology, nat), b, prefix }, at, fixes };
        }
        for (const other of scopes.slice(0, index)) {
          const range = other.server === scope.server ? undefined : commonRange(other, scope);
          if (!range) continue;
          const a = sayDevice(topology, other.server);
          yield {
            message: 'overlap',
            values: { a, b, range: formatPool(range) },
            at,
            related: [
              {
                at: { table: 'subnets', row: other.subnet, field: 'dhcpServer' },
                message: 'other-here',
                values: { a },
              },
            ],
            fixes: [...fixes, stop(topology, other)],
          };
        }
      }
    }
  },
});

/** Whether a machine on the segment looks for an address: only then a NAT service brings its DHCP server. */
function isAsked(topology: Topology, { interfaces }: Segment): boolean {
  return interfaces.some(({ row }) => {
    const isMachine = rowOf(topology.devices, row.device)?.kind === 'vm';
    return row.dhcp === true || (isMachine && (row.addresses ?? []).length === 0);
  });
}

function commonRange(a: DhcpScope, b: DhcpScope): AddressRange | undefined {
  for (const one of a.pools) {
    for (const other of b.pools) {
      const first = one.first.value > other.first.value ? one.first : other.first;
      const last = one.last.value < other.last.value ? one.last : other.last;
      if (one.first.version === other.first.version && first.value <= last.value) return { first, last };
    }
  }
  return undefined;
}

function stop(topology: Topology, { subnet, server, prefix }: DhcpScope): FindingFix<Words> {
  return {
    label: 'stop',
    values: { b: sayDevice(topology, server), prefix: formatCidr(prefix) },
    safety: 'choice',
    change: setFields(topology, 'subnets', subnet, { dhcpServer: undefined, dhcpPools: undefined }),
  };
}

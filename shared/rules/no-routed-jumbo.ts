import { rowOf } from '../base/by-id.ts';
import type { Interface, Topology } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import { mtuOf } from '../network/ports.ts';
import { sayInterface, setFieldsOfAll } from './fixes.ts';
import { defineRule } from './rule.ts';

/** What a segment may be for where nothing is gained by large packets, and where they are wanted. */
const ordinary = /\b(?:wan|internet|uplink|vms?|mgmt|management|iot|clients?|users?)\b/i;
const bulk = /storage|iscsi|nfs|san\b|vsan|vmotion|migration|backup|replication|ceph/i;

export const noRoutedJumbo = defineRule({
  id: 'no-routed-jumbo',
  severity: 'warning',
  pack: 'mtu',
  catalogue: ['MTU-05'],
  per: 'lab',
  summary: 'Packets larger than 1500 bytes stay on segments for storage and migration.',
  why: 'Where the way gets narrower, every connection depends on path MTU discovery, which many networks break.',
  source: 'RFC 2923 section 2.1; RFC 4459',
  messages: {
    routed:
      '{who} sends packets of {mtu} bytes, and {router} leads on with {narrow} bytes at {out}: use 1500 here, or {mtu} all the way.',
    purpose: '{who} sends packets of {mtu} bytes on the {purpose} segment {prefix}: use 1500 there.',
    'set-all': 'Set {count|interface|interfaces} of the segment to 1500 bytes',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- b',
      'vm a 10.0.0.2/24 mtu=9000\nrouter r 10.0.0.1/24 mtu=9000\nport r.eth1 10.0.1.1/24 mtu=9000\na -- r',
      'vm a 10.0.0.2/24 mtu=9000\nrouter r 10.0.0.1/24 mtu=9000\nport r.eth1 10.0.1.1/24\na -- r\nsubnet 10.0.0.0/24 purpose=storage',
      'vm a 10.0.0.2/24\nrouter r 10.0.0.1/24\nport r.eth1 10.0.1.1/24 mtu=1400\na -- r',
      'vm a 10.0.0.2/24\nrouter r 10.0.0.1/24\nport r.lo 192.0.2.1/32 mtu=65535\na -- r',
      'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- b\nsubnet 10.0.0.0/24 purpose=vmotion',
    ],
    bad: [
      {
        lab: 'vm a 10.0.0.2/24 mtu=9000\nrouter r 10.0.0.1/24 mtu=9000\nport r.eth1 10.0.1.1/24\na -- r\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['routed'],
      },
      {
        lab: 'vm a 10.0.0.1/24 mtu=9000\nvm b 10.0.0.2/24 mtu=9000\na -- b\nsubnet 10.0.0.0/24 purpose=mgmt',
        reports: ['purpose'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    let portsOf: ReadonlyMap<string, readonly [string, Interface][]> | undefined;
    for (const segment of network.segments) {
      const large = segment.interfaces.filter(({ row }) => speaks(row) && mtuOf(row) > 1500);
      const [first] = large;
      // Alone, an interface sends to nobody: a loopback has 65,536 bytes by nature.
      const isAlone = segment.interfaces.every(({ row }) => row.device === first?.row.device);
      if (
        !first ||
        isAlone ||
        segment.subnets.some(({ row }) => bulk.test(`${row.purpose ?? ''} ${row.name ?? ''}`))
      ) {
        continue;
      }
      const at = { table: 'interfaces', row: first.id, field: 'mtu' } as const;
      const own = { who: sayInterface(topology, first.id), mtu: mtuOf(first.row) };
      const fixes = [
        {
          label: 'set-all' as const,
          values: { count: large.length },
          safety: 'choice' as const,
          change: setFieldsOfAll(
            topology,
            'interfaces',
            large.map(({ id }) => id),
            { mtu: 1500 },
          ),
        },
      ];
      const named = segment.subnets.find(({ row }) => ordinary.test(row.purpose ?? ''));
      portsOf ??= routerPorts(topology);
      const out = narrower(segment, portsOf);
      if (out) {
        const router = rowOf(topology.devices, out[1].device)?.name ?? out[1].device;
        const values = { ...own, router, out: out[1].name, narrow: mtuOf(out[1]) };
        yield { message: 'routed', values, at, fixes };
      } else if (named) {
        const { purpose = '', prefix } = named.row;
        yield { message: 'purpose', values: { ...own, purpose, prefix }, at, fixes };
      }
    }
  },
});

function speaks(row: Interface): boolean {
  return (row.addresses ?? []).length > 0 || row.dhcp === true;
}

/** Interfaces with addresses of each router. */
function routerPorts(topology: Topology): Map<string, [string, Interface][]> {
  const result = new Map<string, [string, Interface][]>();
  for (const [id, row] of Object.entries(topology.interfaces)) {
    if (rowOf(topology.devices, row.device)?.kind !== 'router' || !speaks(row)) continue;
    const ports = result.get(row.device) ?? [];
    result.set(row.device, ports);
    ports.push([id, row]);
  }
  return result;
}

/** An interface by which a router on the segment leads on with smaller packets than it takes here. */
function narrower(
  segment: Segment,
  portsOf: ReadonlyMap<string, readonly [string, Interface][]>,
): [string, Interface] | undefined {
  const here = new Set(segment.interfaces.map(({ id }) => id));
  for (const { row } of segment.interfaces) {
    const way = (portsOf.get(row.device) ?? []).find(
      ([id, other]) => !here.has(id) && mtuOf(other) < mtuOf(row) && mtuOf(row) > 1500,
    );
    if (way) return [...way];
  }
  return undefined;
}

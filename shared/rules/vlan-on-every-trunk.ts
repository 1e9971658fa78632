import { parseVlanSet, vlanSetHas } from '../ip/vlan-set.ts';
import { formatCidr } from '../ip/address.ts';
import { contains, isLinkLocal, prefixOf } from '../ip/prefix.ts';
import { type Change, mergeChanges } from '../model/change.ts';
import type { Topology } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import { type Gap, vlanGaps } from '../network/trunks.ts';
import { allowVlans, sayInterface } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'one-end' | 'both-ends' | 'allow' | 'allow-both';

export const vlanOnEveryTrunk = defineRule({
  id: 'vlan-on-every-trunk',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-09', 'VLAN-16'],
  per: 'lab',
  summary: 'A VLAN with members on several switches is allowed on the trunks between them, at both ends.',
  why: 'The VLAN falls apart into two: machines on one switch see each other and nobody on the next.',
  source: 'IEEE 802.1Q-2022 section 8.8, member set; Garimella et al., characterizing VLAN usage (2007)',
  messages: {
    'one-end':
      '{who} stops VLAN {vlan}, which has members on both sides, such as {a} and {b}: allow it there.',
    'both-ends':
      '{who} and {other} at the other end both stop VLAN {vlan}, which has members on both sides, such as {a} and {b}: allow it at both ends.',
    allow: 'Allow VLAN {vlan} on {who}',
    'allow-both': 'Allow VLAN {vlan} on {who} and {other}',
  },
  examples: {
    good: [
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=10,20',
      // One number used twice on purpose: other subnets, and neither end lets it through.
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.1.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=20',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.1.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=20\nsubnet 10.0.0.0/24 vlan=10\nsubnet 10.0.1.0/24 vlan=10',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10',
      // The way round carries it.
      'switch s stpMode=rstp\nswitch t stpMode=rstp\nswitch u stpMode=rstp\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk allowedVlans=20\ns -- u mode=trunk\nu -- t mode=trunk',
      'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.1.2/24\na -- s vlan=10\nb -- t vlan=20\ns -- t mode=trunk allowedVlans=10',
    ],
    bad: [
      {
        lab: 'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\nport s.p9 mode=trunk nativeVlan=99 allowedVlans=10,99\nport t.p9 mode=trunk nativeVlan=99 allowedVlans=99\ns.p9 -- t.p9',
        reports: ['one-end'],
      },
      {
        lab: 'switch s\nswitch t\nvm a 10.0.0.1/24\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- t mode=trunk nativeVlan=99 allowedVlans=99',
        reports: ['both-ends'],
      },
      {
        lab: 'switch s\nswitch m\nswitch t\nvm a\nvm b 10.0.0.2/24\na -- s vlan=10\nb -- t vlan=10\ns -- m mode=trunk nativeVlan=99 allowedVlans=10,99\nm -- t mode=trunk nativeVlan=99 allowedVlans=99',
        reports: ['both-ends'],
      },
      {
        // The uplink of a hypervisor.
        lab: 'host h platform=vsphere\nswitch v on=h\nswitch core physical=true\nvm a 10.0.0.1/24 on=h\nrouter r 10.0.0.254/24\na -- v vlan=30\nr -- core vlan=30\nport v.up mode=trunk nativeVlan=99\nport core.p9 mode=trunk nativeVlan=99 allowedVlans=99\nv.up -- core.p9',
        reports: ['one-end'],
      },
    ],
  },
  *check(_lab, { topology, network }): Generator<Finding<Words>> {
    const said = new Set<string>();
    for (const gap of vlanGaps(topology, network)) {
      const evidence = compare(gap.near, gap.far);
      // Two networks that use one number, and were never meant to meet.
      if (evidence === 'apart') continue;
      const members = { a: firstMember(topology, gap.near), b: firstMember(topology, gap.far) };
      for (const { cable, stops } of gap.cuts) {
        const [first, other] = stops;
        const key = `${cable.link} ${gap.vlan}`;
        if (!first || said.has(key)) continue;
        said.add(key);
        const ends = { who: sayInterface(topology, first.id), vlan: gap.vlan };
        const both = other && { ...ends, other: sayInterface(topology, other.id) };
        const named = cable.ends.some((end) => namesVlan(end.row.allowedVlans, gap.vlan));
        yield {
          message: both ? 'both-ends' : 'one-end',
          values: { ...(both ?? ends), ...members },
          severity: evidence === 'same' || named ? 'error' : 'warning',
          at: { table: 'interfaces', row: first.id, field: 'allowedVlans' },
          fixes: [
            {
              label: both ? 'allow-both' : 'allow',
              values: both ?? ends,
              // Leaving a VLAN out of a list is also how people keep it apart.
              safety: 'choice',
              change: stops
                .map(({ id }) => allowVlans(topology, id, [gap.vlan]))
                .reduce<Change>(mergeChanges, {}),
            },
          ],
        };
      }
    }
  },
});

function namesVlan(list: string | undefined, vlan: number): boolean {
  const set = parseVlanSet(list);
  return !set.all && vlanSetHas(set, vlan);
}

/** Whether two parts of a VLAN are one network by their addresses. */
function compare(near: Segment, far: Segment): 'same' | 'apart' | 'unknown' {
  const [a, b] = [prefixesOf(near), prefixesOf(far)];
  if ([...a].some((prefix) => b.has(prefix))) return 'same';
  return near.addresses.length > 0 && far.addresses.length > 0 ? 'apart' : 'unknown';
}

function prefixesOf(segment: Segment): ReadonlySet<string> {
  return new Set([
    // A row without a switch belongs to every segment of its VLAN; an address shows where it is.
    ...segment.subnets
      .filter(({ prefix }) => segment.addresses.some(({ cidr }) => contains(prefix, cidr.address)))
      .map(({ id }) => `row ${id}`),
    ...segment.addresses
      .filter(({ cidr }) => !isLinkLocal(cidr.address))
      .map(({ cidr }) => formatCidr(prefixOf(cidr))),
  ]);
}

function firstMember(topology: Topology, { interfaces }: Gap['near']): string {
  return sayInterface(topology, interfaces[0]?.id ?? '');
}

import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import type { Bond, Interface, Topology } from '../model/topology.ts';
import { cables, type CableEnd, sides } from '../network/cables.ts';
import { accessVlan, isSwitchPort, modeOf, mtuOf } from '../network/ports.ts';
import { addRow, sayDevice, sayInterface, setFields, setFieldsOfAll } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'members' | 'modes' | 'one-sided' | 'copy' | 'set-mode' | 'add-bond';

export const bondEndsAgree = defineRule({
  id: 'bond-ends-agree',
  severity: 'error',
  pack: 'l2',
  catalogue: ['L2-11'],
  per: 'lab',
  summary: 'The members of a bond are alike, and the other end of its cables is a bond of the same mode.',
  why: 'A switch takes a member that differs out of the bond, or frames arrive twice and MAC addresses jump from port to port.',
  source: 'IEEE 802.1AX-2020 section 6.3; Linux bonding documentation',
  messages: {
    members: '{who} is not like {first}, another member of {bond}: give all members the same VLANs and MTU.',
    modes: '{bond} of {a} is {modeA} and {other} of {b} is {modeB}: let both be the same.',
    'one-sided':
      '{bond} of {a} is {modeA}, but its {count|cable ends|cables end} in single ports of {b}: bond them there too.',
    copy: 'Make all members of {bond} like {first}',
    'set-mode': 'Make {bond} of {who} {mode}',
    'add-bond': 'Bond the {count|port|ports} of {b}',
  },
  examples: {
    good: [
      'switch s\nswitch t\nport s.p1\nport s.p2\nport t.p1\nport t.p2\ns.p1 -- t.p1\ns.p2 -- t.p2\nbond s b1 members=s.p1,s.p2 mode=lacp\nbond t b1 members=t.p1,t.p2 mode=lacp',
      // The other end need not know of a machine that uses one card at a time.
      'switch s\nvm a\nport a.eth1\nport a.bond0 10.0.0.1/24\na.eth0 -- s\na.eth1 -- s\nbond a bond0 members=a.eth0,a.eth1 interface=a.bond0 mode=active-backup',
      // One cable to each of two switches that act as one.
      'switch s\nswitch t\nvm a\nport a.eth1\nport a.bond0 10.0.0.1/24\na.eth0 -- s\na.eth1 -- t\nbond a bond0 members=a.eth0,a.eth1 interface=a.bond0 mode=lacp',
      // The row of the whole counts; what its members say does not.
      'switch s\nport s.p1 vlan=10\nport s.p2 vlan=20\nport s.po1 mode=trunk\nbond s po1 members=s.p1,s.p2 interface=s.po1 mode=static',
    ],
    bad: [
      {
        lab: 'switch s\nport s.p1 vlan=10\nport s.p2 vlan=20\nbond s b1 members=s.p1,s.p2 mode=lacp',
        reports: ['members'],
      },
      {
        lab: 'switch s\nport s.p1 mtu=9000\nport s.p2\nbond s b1 members=s.p1,s.p2 mode=lacp',
        reports: ['members'],
      },
      {
        lab: 'switch s\nswitch t\nport s.p1\nport s.p2\nport t.p1\nport t.p2\ns.p1 -- t.p1\ns.p2 -- t.p2\nbond s b1 members=s.p1,s.p2 mode=lacp\nbond t b1 members=t.p1,t.p2 mode=static',
        reports: ['modes'],
      },
      {
        lab: 'switch s\nvm a\nport a.eth1\nport a.bond0 10.0.0.1/24\na.eth0 -- s\na.eth1 -- s\nbond a bond0 members=a.eth0,a.eth1 interface=a.bond0 mode=lacp',
        reports: ['one-sided'],
      },
    ],
  },
  *check(_lab, { topology }): Generator<Finding<Words>> {
    const bonds = sortedRows(topology.bonds);
    if (bonds.length === 0) return;
    for (const [id, bond] of bonds) yield* membersDiffer(topology, id, bond);
    const bondOf = new Map(
      bonds.flatMap(([id, bond]) => bond.members.map((member) => [member, { id, bond }] as const)),
    );
    const joined = cables(topology).flatMap(sides);
    const said = new Set<string>();
    for (const [near, far] of joined) {
      const own = bondOf.get(near.id);
      const other = bondOf.get(far.id);
      if (!own || !other || own.bond.mode === other.bond.mode) continue;
      const pair = [own.id, other.id].sort().join(' ');
      if (!said.has(pair)) yield modesDiffer(topology, own, other);
      said.add(pair);
    }
    const single = joined.filter(([near, far]) => bondOf.has(near.id) && !bondOf.has(far.id));
    const bundles = groupBy(single, ([near, far]) => `${bondOf.get(near.id)?.id} ${far.row.device}`);
    for (const bundle of bundles.values()) {
      const own = bondOf.get(bundle[0]?.[0].id ?? '');
      // One cable alone may be half of a pair that two switches form together.
      if (!own || own.bond.mode === 'active-backup' || bundle.length < 2) continue;
      yield oneSided(
        topology,
        own,
        bundle.map(([, far]) => far),
      );
    }
  },
});

interface Known {
  readonly id: string;
  readonly bond: Bond;
}

function* membersDiffer(topology: Topology, id: string, bond: Bond): Generator<Finding<Words>> {
  const rows = bond.members.flatMap((member) => {
    const row = rowOf(topology.interfaces, member);
    return row ? [{ member, row }] : [];
  });
  const [first, ...others] = rows;
  if (!first) return;
  const isWhole = bond.interface !== undefined;
  const wanted = likeness(topology, first.row, isWhole);
  const unlike = others.find(({ row }) => likeness(topology, row, isWhole) !== wanted);
  if (!unlike) return;
  const { mode, vlan, nativeVlan, allowedVlans, mtu } = first.row;
  const values = { bond: bond.name, first: sayInterface(topology, first.member) };
  yield {
    message: 'members',
    values: { ...values, who: sayInterface(topology, unlike.member) },
    at: { table: 'bonds', row: id, field: 'members' },
    fixes: [
      {
        label: 'copy',
        values,
        safety: 'choice',
        change: setFieldsOfAll(
          topology,
          'interfaces',
          others.map(({ member }) => member),
          isWhole ? { mtu } : { mode, vlan, nativeVlan, allowedVlans, mtu },
        ),
      },
    ],
  };
}

/** What must be equal among members; of VLANs only where no row stands for the whole. */
function likeness(topology: Topology, row: Interface, isWhole: boolean): string {
  if (isWhole || !isSwitchPort(topology, row)) return `${mtuOf(row)}`;
  const mode = modeOf(row, rowOf(topology.devices, row.device));
  const vlans = mode === 'trunk' ? [row.nativeVlan, row.allowedVlans ?? 'all'] : [accessVlan(row)];
  return [mtuOf(row), mode, ...vlans].join(' ');
}

function modesDiffer(topology: Topology, own: Known, other: Known): Finding<Words> {
  return {
    message: 'modes',
    values: {
      bond: own.bond.name,
      a: sayDevice(topology, own.bond.device),
      modeA: own.bond.mode,
      other: other.bond.name,
      b: sayDevice(topology, other.bond.device),
      modeB: other.bond.mode,
    },
    at: { table: 'bonds', row: other.id, field: 'mode' },
    fixes: [
      { from: own, to: other },
      { from: other, to: own },
    ].map(({ from, to }) => ({
      label: 'set-mode' as const,
      values: { bond: to.bond.name, who: sayDevice(topology, to.bond.device), mode: from.bond.mode },
      safety: 'choice' as const,
      change: setFields(topology, 'bonds', to.id, { mode: from.bond.mode }),
    })),
  };
}

function oneSided(topology: Topology, own: Known, ends: readonly CableEnd[]): Finding<Words> {
  const device = ends[0]?.row.device ?? '';
  const members = ends.map(({ id }) => id);
  const b = sayDevice(topology, device);
  return {
    message: 'one-sided',
    values: {
      bond: own.bond.name,
      a: sayDevice(topology, own.bond.device),
      modeA: own.bond.mode,
      count: ends.length,
      b,
    },
    at: { table: 'bonds', row: own.id, field: 'mode' },
    fixes: [
      {
        label: 'add-bond',
        values: { count: ends.length, b },
        safety: 'choice',
        change: addRow(topology, 'bonds', `${device}-bond`, {
          device,
          name: own.bond.name,
          members,
          mode: own.bond.mode,
        }),
      },
    ],
  };
}

import { rowOf } from '../base/by-id.ts';
import type { Interface, Topology } from '../model/topology.ts';
import { accessVlan, isSwitchPort, modeOf } from '../network/ports.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words =
  | 'access-vlans'
  | 'access-trunk'
  | 'access-tagged'
  | 'native-differs'
  | 'native-missing'
  | 'set-vlan'
  | 'set-native'
  | 'make-trunk';

interface End {
  readonly id: string;
  readonly row: Interface;
  readonly mode: 'access' | 'trunk';
  readonly who: string;
}

export const linkModesAgree = defineRule({
  id: 'link-modes-agree',
  severity: 'error',
  pack: 'vlan',
  catalogue: ['VLAN-07', 'VLAN-11'],
  per: 'row',
  summary:
    'The two switch ports of a cable are both trunks with one native VLAN, or access ports of one VLAN.',
  why: 'Different access VLANs join two networks that were meant apart; an access port drops every tagged frame of a trunk.',
  source: 'IEEE 802.1Q-2022 section 8.6',
  messages: {
    'access-vlans':
      '{a} is access in VLAN {vlanA}, {b} at the other end in VLAN {vlanB}: the cable joins the two VLANs.',
    'access-trunk':
      '{a} is access in VLAN {vlanA}, {b} at the other end is a trunk with native VLAN {native}.',
    'access-tagged':
      '{a} is access in VLAN {vlanA}, {b} at the other end is a trunk without a native VLAN: nothing passes.',
    'native-differs':
      '{a} has native VLAN {nativeA}, {b} at the other end {nativeB}: untagged frames change their VLAN on the way.',
    'native-missing':
      '{a} sends its native VLAN {nativeA} untagged, {b} at the other end has no native VLAN and drops it.',
    'set-vlan': 'Put {who} in VLAN {vlan}',
    'set-native': 'Make VLAN {vlan} the native VLAN of {who}',
    'make-trunk': 'Make {who} a trunk like {other}',
  },
  examples: {
    good: [
      'switch s\nswitch t\ns -- t mode=trunk nativeVlan=99',
      'switch s\nswitch t\ns -- t vlan=10',
      'switch s\nswitch t\ns -- t mode=trunk allowedVlans=10,20',
      'switch s\nvm a 10.0.0.1/24\na -- s vlan=10',
      'switch s\nswitch t vlanAware=false\nport s.p1 vlan=10\nport t.p1 vlan=20\ns.p1 -- t.p1',
      'switch s\nswitch t\nport s.p1 vlan=10\nport t.p1 mode=trunk nativeVlan=10\ns.p1 -- t.p1',
      'switch s\nrouter r\nport r.v10 10.0.0.1/24 parent=r.eth0 tag=10\nr -- s mode=trunk allowedVlans=10',
      'switch s\nswitch t\nport s.p1\nport t.p1 vlan=1\ns.p1 -- t.p1',
      'switch s\nswitch t\nport s.p1 vlan=10 connected=false\nport t.p1 vlan=20\ns.p1 -- t.p1',
      'switch s\nswitch t\nport s.p1 mode=routed 10.0.0.1/31\nport t.p1 vlan=20\ns.p1 -- t.p1',
    ],
    bad: [
      {
        lab: 'switch s\nswitch t\nport s.p1 mode=trunk nativeVlan=10\nport t.p1 mode=trunk nativeVlan=20\ns.p1 -- t.p1',
        reports: ['native-differs'],
      },
      {
        lab: 'switch s\nswitch t\nport s.p1 mode=trunk\nport t.p1 mode=trunk nativeVlan=1\ns.p1 -- t.p1',
        reports: ['native-missing'],
      },
      {
        lab: 'switch s\nswitch t\nport s.p1 vlan=10\nport t.p1 vlan=20\ns.p1 -- t.p1',
        reports: ['access-vlans'],
      },
      { lab: 'switch s\nswitch t\nport s.p1 vlan=10\nport t.p1\ns.p1 -- t.p1', reports: ['access-vlans'] },
      {
        lab: 'switch s\nswitch t\nport s.p1 vlan=10\nport t.p1 mode=trunk nativeVlan=20\ns.p1 -- t.p1',
        reports: ['access-trunk'],
      },
      {
        lab: 'switch s\nswitch t\nport s.p1 mode=trunk\nport t.p1 vlan=10\ns.p1 -- t.p1',
        reports: ['access-tagged'],
      },
      { lab: 'switch s\nport s.p1 vlan=10\nport s.p2 vlan=20\ns.p1 -- s.p2', reports: ['access-vlans'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table !== 'links') return;
    const a = endOf(topology, subject.row.a);
    const b = endOf(topology, subject.row.b);
    // An unplugged cable joins nothing yet.
    if (!a || !b || a.row.connected === false || b.row.connected === false) return;
    if (a.mode === 'access' && b.mode === 'access') {
      const [vlanA, vlanB] = [accessVlan(a.row), accessVlan(b.row)];
      if (vlanA === vlanB) return;
      yield {
        message: 'access-vlans',
        values: { a: a.who, b: b.who, vlanA, vlanB },
        at: { table: 'links', row: subject.id },
        fixes: [setVlan(topology, b, vlanA), setVlan(topology, a, vlanB)],
      };
    } else if (a.mode === 'trunk' && b.mode === 'trunk') {
      yield* nativesDiffer(topology, subject.id, a, b);
    } else if (a.mode !== b.mode) {
      const [access, trunk] = a.mode === 'access' ? [a, b] : [b, a];
      const vlanA = accessVlan(access.row);
      const native = trunk.row.nativeVlan;
      if (native === vlanA) return;
      yield {
        message: native === undefined ? 'access-tagged' : 'access-trunk',
        values: { a: access.who, b: trunk.who, vlanA, ...(native === undefined ? {} : { native }) },
        at: { table: 'links', row: subject.id },
        fixes: [makeTrunk(topology, access, trunk), setNative(topology, trunk, vlanA)],
      };
    }
  },
});

/** An end that is a port of a VLAN-aware switch; nothing for any other. */
function endOf(topology: Topology, id: string): End | undefined {
  const row = rowOf(topology.interfaces, id);
  const device = row && rowOf(topology.devices, row.device);
  if (!row || device?.vlanAware === false || !isSwitchPort(topology, row)) return undefined;
  return {
    id,
    row,
    mode: modeOf(row, device) === 'trunk' ? 'trunk' : 'access',
    who: sayInterface(topology, id),
  };
}

function* nativesDiffer(topology: Topology, link: string, a: End, b: End): Generator<Finding<Words>> {
  const [nativeA, nativeB] = [a.row.nativeVlan, b.row.nativeVlan];
  if (nativeA === nativeB) return;
  const at = { table: 'links', row: link } as const;
  if (nativeA !== undefined && nativeB !== undefined) {
    yield {
      message: 'native-differs',
      values: { a: a.who, b: b.who, nativeA, nativeB },
      at,
      fixes: [setNative(topology, b, nativeA), setNative(topology, a, nativeB)],
    };
  } else {
    const [has, lacks] = nativeA === undefined ? [b, a] : [a, b];
    const native = nativeA ?? nativeB;
    if (native === undefined) return;
    yield {
      message: 'native-missing',
      values: { a: has.who, b: lacks.who, nativeA: native },
      at,
      fixes: [setNative(topology, lacks, native)],
    };
  }
}

function setVlan(topology: Topology, end: End, vlan: number): FindingFix<Words> {
  return {
    label: 'set-vlan',
    values: { who: end.who, vlan },
    safety: 'choice',
    change: setFields(topology, 'interfaces', end.id, { vlan }),
  };
}

function setNative(topology: Topology, end: End, vlan: number): FindingFix<Words> {
  const change = setFields(topology, 'interfaces', end.id, { nativeVlan: vlan });
  return { label: 'set-native', values: { who: end.who, vlan }, safety: 'choice', change };
}

function makeTrunk(topology: Topology, end: End, like: End): FindingFix<Words> {
  const { nativeVlan, allowedVlans } = like.row;
  const change = setFields(topology, 'interfaces', end.id, {
    mode: 'trunk',
    vlan: undefined,
    nativeVlan,
    allowedVlans,
  });
  return { label: 'make-trunk', values: { who: end.who, other: like.who }, safety: 'choice', change };
}

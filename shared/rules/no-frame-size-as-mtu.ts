import { isSwitchPort } from '../network/ports.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

/** Lengths of whole frames that programs and switches show, and the IP packet that fits. */
const packetIn: ReadonlyMap<number, number> = new Map([
  [1514, 1500],
  [1518, 1500],
  [1522, 1500],
  [9014, 9000],
  [9018, 9000],
  [9022, 9000],
  [9216, 9000],
]);

export const noFrameSizeAsMtu = defineRule({
  id: 'no-frame-size-as-mtu',
  severity: 'warning',
  pack: 'mtu',
  catalogue: ['MTU-06'],
  per: 'row',
  summary: 'The MTU of an interface is the size of an IP packet, not the length of a frame.',
  why: 'Windows drivers and switches count 14 to 22 bytes of Ethernet as well; the same number elsewhere makes packets that neighbours drop.',
  source: 'Microsoft, standardized INF keyword *JumboPacket; IEEE 802.3 section 3.2.7',
  messages: {
    frame:
      '{who} has MTU {mtu} bytes, which is how long a frame with a packet of {packet} bytes is: write {packet}.',
    set: 'Set the MTU of {who} to {packet} bytes',
  },
  examples: {
    good: [
      'vm a 10.0.0.1/24 mtu=9000',
      'vm a 10.0.0.1/24 mtu=1492',
      'switch s\nport s.p1 mtu=9216',
      'switch s\nport s.p1 mode=trunk mtu=1522',
    ],
    bad: [
      { lab: 'vm a 10.0.0.1/24 mtu=9014', reports: ['frame'] },
      { lab: 'vm a 10.0.0.1/24 mtu=1518', reports: ['frame'] },
      { lab: 'host h 10.0.0.1/24 mtu=9216', reports: ['frame'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces') return;
    const { id, row } = subject;
    const packet = row.mtu === undefined ? undefined : packetIn.get(row.mtu);
    // A switch port that passes more than is sent harms nobody.
    if (row.mtu === undefined || packet === undefined || isSwitchPort(topology, row)) return;
    const who = sayInterface(topology, id);
    const change = setFields(topology, 'interfaces', id, { mtu: packet });
    yield {
      message: 'frame',
      values: { who, mtu: row.mtu, packet },
      at: { table: 'interfaces', row: id, field: 'mtu' },
      fixes: [{ label: 'set', values: { who, packet }, safety: 'choice', change }],
    };
  },
});

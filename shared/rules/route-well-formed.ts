import { rowOf } from '../base/by-id.ts';
import { bitsOf, formatAddress, formatCidr, parseAddress, parseCidr } from '../ip/address.ts';
import { isLinkLocal, parsePrefix } from '../ip/prefix.ts';
import type { Route, Topology } from '../model/topology.ts';
import { nextHopOf } from '../network/next-hops.ts';
import { sayInterface, setFields } from './fixes.ts';
import { defineRule, type Finding, type FindingFix } from './rule.ts';

type Words = 'destination' | 'next-hop' | 'no-way' | 'family' | 'foreign' | 'write' | 'drop-interface';

export const routeWellFormed = defineRule({
  id: 'route-well-formed',
  severity: 'error',
  pack: 'routing',
  catalogue: ['RTE-02'],
  per: 'row',
  summary: 'A route has a destination, and a next hop or an interface of its device, that can be read.',
  why: 'A route that cannot be read is left out: the machine is built without it.',
  source: 'RFC 4632 section 3.1; RFC 1812 section 5.2.4',
  messages: {
    destination:
      '"{text}" is not the destination of a route, such as 10.0.5.0/24, or 0.0.0.0/0 for the default.',
    'next-hop': '"{text}" is not the address of a next hop, such as 10.0.0.1.',
    'no-way': 'The route to {destination} has neither a next hop nor an interface. Give it one.',
    family: 'The route to {destination} has the next hop {via}, which is of the other IP version.',
    foreign: 'The route of {device} leaves by {interface}, which is not its own.',
    write: 'Write {text}',
    'drop-interface': 'Leave the interface to the next hop',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nroute r 0.0.0.0/0 via=10.0.0.1\nroute r 10.5.0.0/16 interface=r.eth0',
      'router r 2001:db8::2/64\nroute r ::/0 via=fe80::1 interface=r.eth0',
      '# An IPv4 network by way of an IPv6 neighbour (RFC 8950).\nrouter r fe80::2/64\nroute r 10.5.0.0/16 via=fe80::1 interface=r.eth0',
    ],
    bad: [
      { lab: 'router r 10.0.0.2/24\nroute r default via=10.0.0.1', reports: ['destination'] },
      { lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0 via=10.0.0.1', reports: ['destination'] },
      { lab: 'router r 10.0.0.2/24\nroute r everywhere via=10.0.0.1', reports: ['destination'] },
      { lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=10.0.0.1/24', reports: ['next-hop'] },
      { lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=10.0.0', reports: ['next-hop'] },
      { lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16', reports: ['no-way'] },
      { lab: 'router r 10.0.0.2/24\nroute r 10.5.0.0/16 via=2001:db8::1', reports: ['family'] },
      {
        lab: 'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 10.5.0.0/16 via=10.0.0.1 interface=q.eth0',
        reports: ['foreign'],
      },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table !== 'routes') return;
    const { id, row } = subject;
    const at = (field: string) => ({ table: 'routes', row: id, field }) as const;
    const destination = parsePrefix(row.destination);
    const via = nextHopOf(row);
    if (!destination) {
      yield {
        message: 'destination',
        values: { text: row.destination },
        at: at('destination'),
        fixes: destinations(topology, id, row),
      };
    }
    if (row.via === undefined) {
      if (row.interface === undefined) {
        yield { message: 'no-way', values: { destination: row.destination }, at: at('via') };
      }
    } else if (!via) {
      const cidr = parseCidr(row.via.trim());
      const text = cidr && formatAddress(cidr.address);
      yield {
        message: 'next-hop',
        values: { text: row.via },
        at: at('via'),
        // A length after a next hop says nothing.
        fixes: text === undefined ? [] : [write(topology, id, { via: text }, text, 'safe')],
      };
    } else if (destination && via.version !== destination.address.version) {
      const unnumbered = via.version === 6 && isLinkLocal(via);
      if (!unnumbered) {
        const values = { destination: row.destination, via: row.via };
        yield { message: 'family', values, at: at('via') };
      }
    }
    const out = rowOf(topology.interfaces, row.interface);
    const device = rowOf(topology.devices, row.device);
    if (out && device && out.device !== row.device) {
      yield {
        message: 'foreign',
        values: { device: device.name, interface: sayInterface(topology, row.interface ?? '') },
        at: at('interface'),
        fixes: via
          ? [
              {
                label: 'drop-interface',
                safety: 'choice',
                change: setFields(topology, 'routes', id, { interface: undefined }),
              },
            ]
          : [],
      };
    }
  },
});

/** What an unreadable destination may have meant. */
function destinations(topology: Topology, id: string, row: Route): FindingFix<Words>[] {
  const text = row.destination.trim();
  const put = (destination: string, safety: 'safe' | 'choice') =>
    write(topology, id, { destination }, destination, safety);
  if (parsePrefix(text)) return [put(text, 'safe')];
  if (/^(default|any|all)$/i.test(text)) {
    const version = nextHopOf(row)?.version;
    if (version === 4) return [put('0.0.0.0/0', 'safe')];
    if (version === 6) return [put('::/0', 'safe')];
    return [put('0.0.0.0/0', 'choice'), put('::/0', 'choice')];
  }
  const address = parseAddress(text);
  if (!address) return [];
  const { version } = address;
  const zeros = trailingZeros(address.value, bitsOf(version));
  const bits = bitsOf(version);
  // A network address has its host bits zero: the widest length on a byte, or on a group of IPv6.
  const step = version === 4 ? 8 : 16;
  const length = bits - Math.floor(zeros / step) * step;
  return [...new Set([length === 0 ? bits : length, bits])].map((one) =>
    put(formatCidr({ address, length: one }), 'choice'),
  );
}

function trailingZeros(value: bigint, bits: number): number {
  let count = 0;
  while (count < bits && ((value >> BigInt(count)) & 1n) === 0n) count++;
  return count;
}

function write(
  topology: Topology,
  id: string,
  fields: Partial<Route>,
  text: string,
  safety: 'safe' | 'choice',
): FindingFix<'write'> {
  return { label: 'write', values: { text }, safety, change: setFields(topology, 'routes', id, fields) };
}

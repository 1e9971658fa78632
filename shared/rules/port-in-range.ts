import { isPort, parsePorts } from '../ip/ports.ts';
import { defineRule } from './rule.ts';

export const portInRange = defineRule({
  id: 'port-in-range',
  severity: 'error',
  pack: 'nat',
  catalogue: ['NAT-02'],
  per: 'row',
  summary: 'Ports of a port forward are 1 to 65535.',
  why: 'VirtualBox stores 70000 as 4464 and -1 as 65535, and says nothing; a machine with port 0 does not start.',
  source: 'RFC 6335 section 6',
  messages: {
    'out-of-range': 'Port {port} does not exist: ports go from 1 to 65535.',
    malformed: '"{port}" is neither a port nor a range such as 9000-9002.',
    'no-host-port': 'The port forward has no host port to listen on.',
    'no-guest-port': 'The port forward has no guest port to lead to.',
    'range-size': 'The range {port} has {count|port|ports}, the inside range {inside} has another number.',
  },
  examples: {
    good: [
      'router n engine=nat\nnat n tcp 1 -> 10.0.0.5:65535',
      'router n engine=nat\nnat n tcp 9000-9002 -> 10.0.0.5:80-82',
      'router n engine=nat\nnat n tcp 9000-9002 -> 10.0.0.5:80',
    ],
    bad: [
      {
        lab: 'router n engine=nat\nnat n tcp 70000 -> 10.0.0.5:0',
        reports: ['out-of-range', 'out-of-range'],
      },
      { lab: 'router n engine=nat\nnat n tcp 65530-65540 -> 10.0.0.5:80', reports: ['out-of-range'] },
      { lab: 'router n engine=nat\nnat n tcp http -> 10.0.0.5:80', reports: ['malformed'] },
      { lab: 'router n engine=nat\nnat n tcp 9000-9002 -> 10.0.0.5:80-81', reports: ['range-size'] },
    ],
  },
  *check(subject) {
    if (subject.table !== 'nat' || subject.row.kind !== 'port-forward') return;
    const { id, row } = subject;
    for (const field of ['listenPort', 'insidePort'] as const) {
      const typed = row[field];
      const at = { table: 'nat', row: id, field } as const;
      if (typed === undefined) {
        yield { message: field === 'listenPort' ? 'no-host-port' : 'no-guest-port', at };
        continue;
      }
      const ports = parsePorts(typed);
      const wrong = ports && [ports.first, ports.last].find((port) => !isPort(port));
      if (!ports) yield { message: 'malformed', values: { port: typed }, at };
      else if (wrong !== undefined) yield { message: 'out-of-range', values: { port: wrong }, at };
    }
    const listen = row.listenPort === undefined ? undefined : parsePorts(row.listenPort);
    const inside = row.insidePort === undefined ? undefined : parsePorts(row.insidePort);
    if (!listen || !inside || inside.first === inside.last) return;
    const count = listen.last - listen.first + 1;
    if (count !== inside.last - inside.first + 1) {
      const values = { port: String(row.listenPort), count, inside: String(row.insidePort) };
      yield { message: 'range-size', values, at: { table: 'nat', row: id, field: 'insidePort' } };
    }
  },
});

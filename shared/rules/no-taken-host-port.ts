import { formatPorts } from '../ip/ports.ts';
import { type HostPort, sharePort } from '../model/host-ports.ts';
import type { Topology } from '../model/topology.ts';
import { freeHostPorts } from '../network/host-port.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noTakenHostPort = defineRule({
  id: 'no-taken-host-port',
  severity: 'error',
  pack: 'nat',
  catalogue: ['NAT-01'],
  per: 'lab',
  summary: 'Two port forwards of one host must not listen on the same address, protocol and port.',
  why: 'VirtualBox takes both; when the second machine starts, its forward is silently dead.',
  messages: {
    taken: 'Port {port}/{protocol} of the host is forwarded twice: to {inside} and to {other}.',
    'taken-here': 'Forwarded to {other} here.',
    'use-port': 'Listen on {port} instead',
  },
  examples: {
    good: [
      'router n 10.0.0.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80\nnat n udp 8080 -> 10.0.0.5:80\nnat n tcp 8081 -> 10.0.0.6:80',
      'router n 10.0.0.1/24 engine=nat\nnat n tcp 127.0.0.1:8080 -> 10.0.0.5:80\nnat n tcp 127.0.0.2:8080 -> 10.0.0.6:80',
      'router n 10.0.0.1/24\nrouter m 10.0.1.1/24\nnat n tcp 8080 -> 10.0.0.5:80\nnat m tcp 8080 -> 10.0.1.5:80',
      'host h\nhost k\nrouter n 10.0.0.1/24 engine=nat on=h\nrouter m 10.0.1.1/24 engine=nat on=k\nnat n tcp 8080 -> 10.0.0.5:80\nnat m tcp 8080 -> 10.0.1.5:80',
    ],
    bad: [
      {
        lab: 'router n 10.0.0.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80\nnat n tcp 8080 -> 10.0.0.6:80',
        reports: ['taken'],
      },
      {
        lab: 'router n 10.0.0.1/24 engine=nat\nnat n tcp 0.0.0.0:8080 -> 10.0.0.5:80\nnat n tcp 127.0.0.1:8080 -> 10.0.0.6:80',
        reports: ['taken'],
      },
      {
        lab: 'router n engine=nat isolated=true\nrouter m engine=nat isolated=true\nnat n tcp 2222 -> :22\nnat m tcp 2222 -> :22',
        reports: ['taken'],
      },
      {
        lab: 'router n 10.0.0.1/24 engine=nat\nnat n tcp 127.0.0.1:8080 -> 10.0.0.5:80\nnat n tcp 8080 -> 10.0.0.6:80',
        reports: ['taken'],
      },
      {
        lab: 'router n 10.0.0.1/24 engine=nat\nrouter m 10.0.1.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80\nnat m tcp 8079-8081 -> 10.0.1.5:80',
        reports: ['taken'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const seen = new Map<string, HostPort[]>();
    for (const entry of network.hostPorts) {
      const key = `${entry.host ?? ''} ${entry.protocol}`;
      const earlier = seen.get(key) ?? [];
      seen.set(key, [...earlier, entry]);
      const clash = earlier.find((other) => sharePort(other, entry));
      if (!clash) continue;
      const free = freeHostPorts(topology, network, entry, Math.max(1024, entry.ports.first + 1));
      const port = entry.ports.first === entry.ports.last ? free?.first : undefined;
      yield {
        message: 'taken',
        values: {
          port: formatPorts(entry.ports),
          protocol: entry.protocol,
          inside: insideOf(entry),
          other: insideOf(clash),
        },
        at: { table: 'nat', row: entry.rule, field: 'listenPort' },
        related: [
          {
            at: { table: 'nat', row: clash.rule, field: 'listenPort' },
            message: 'taken-here',
            values: { other: insideOf(clash) },
          },
        ],
        fixes:
          port === undefined
            ? []
            : [
                {
                  label: 'use-port',
                  values: { port },
                  safety: 'choice',
                  change: usePort(topology, entry, port),
                },
              ],
      };
    }
  },
});

function usePort(topology: Topology, entry: HostPort, port: number): ReturnType<typeof setFields> {
  return setFields(topology, 'nat', entry.rule, { listenPort: port });
}

function insideOf({ row }: HostPort): string {
  return `${row.insideAddress ?? '?'}:${row.insidePort ?? '?'}`;
}

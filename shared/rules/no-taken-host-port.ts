import type { Topology } from '../model/topology.ts';
import { formatPorts, isPort } from '../ip/ports.ts';
import type { HostPort } from '../network/network.ts';
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
      const clash = earlier.find((other) => overlaps(other, entry));
      if (!clash) continue;
      const port = entry.ports.first === entry.ports.last ? freePort(network.hostPorts, entry) : undefined;
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

function overlaps(a: HostPort, b: HostPort): boolean {
  return (
    sharesAddress(a.listenAddress, b.listenAddress) &&
    a.ports.first <= b.ports.last &&
    b.ports.first <= a.ports.last
  );
}

/** Undefined is every address, `::` every IPv6 address. */
function sharesAddress(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  return a.includes(':') && b.includes(':') && (a === '::' || b === '::');
}

function insideOf({ row }: HostPort): string {
  return `${row.insideAddress ?? '?'}:${row.insidePort ?? '?'}`;
}

/** The next port from 1024 up that no forward of the same host and protocol takes, on any address. */
function freePort(all: readonly HostPort[], entry: HostPort): number | undefined {
  const others = all.filter(
    (one) => one !== entry && one.host === entry.host && one.protocol === entry.protocol,
  );
  for (let port = Math.max(1024, entry.ports.first + 1); isPort(port); port++) {
    if (others.every(({ ports }) => port < ports.first || port > ports.last)) return port;
  }
  return undefined;
}

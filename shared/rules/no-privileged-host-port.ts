import { rowOf } from '../base/by-id.ts';
import { formatPorts, isPort } from '../ip/ports.ts';
import type { Topology } from '../model/topology.ts';
import { freeHostPorts } from '../network/host-port.ts';
import type { HostPort } from '../model/host-ports.ts';
import { runsVirtualBox } from '../network/this-computer.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noPrivilegedHostPort = defineRule({
  id: 'no-privileged-host-port',
  severity: 'warning',
  pack: 'nat',
  catalogue: ['NAT-03'],
  per: 'lab',
  summary: 'A port forward of VirtualBox listens on a port from 1024 up.',
  why: 'On Linux and macOS only root may take a lower port; VirtualBox starts the machine, and the forward is dead.',
  source: 'Oracle VirtualBox manual, Configuring Port Forwarding with NAT; RFC 6335 section 6',
  messages: {
    low: 'Port {port} of the host needs root on Linux and macOS, and VirtualBox says nothing when it cannot take it: listen on {free} or another from 1024 up.',
    full: 'Port {port} of the host needs root on Linux and macOS: listen on one from 1024 up.',
    'use-port': 'Listen on {free} instead',
  },
  examples: {
    good: [
      'router n 10.0.0.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80',
      // A router of its own has its own ports.
      'router n 10.0.0.1/24\nnat n tcp 80 -> 10.0.0.5:80',
      'host h platform=hyperv\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 80 -> 10.0.0.5:80',
    ],
    bad: [
      { lab: 'router n 10.0.0.1/24 engine=nat\nnat n tcp 80 -> 10.0.0.5:80', reports: ['low'] },
      {
        lab: 'host h platform=virtualbox\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 127.0.0.1:1000-1030 -> 10.0.0.5:1000-1030',
        reports: ['low'],
      },
      {
        lab: 'host h\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 80 -> 10.0.0.5:80',
        reports: ['low'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    for (const entry of network.hostPorts) {
      const { first } = entry.ports;
      if (first >= 1024 || !isPort(first) || !isVirtualBox(topology, entry)) continue;
      const free = freeHostPorts(topology, network, entry, first + 8000);
      const values = { port: formatPorts(entry.ports) };
      const at = { table: 'nat', row: entry.rule, field: 'listenPort' } as const;
      if (!free) {
        yield { message: 'full', values, at };
        continue;
      }
      const listenPort = free.first === free.last ? free.first : formatPorts(free);
      yield {
        message: 'low',
        values: { ...values, free: listenPort },
        at,
        fixes: [
          {
            label: 'use-port',
            values: { free: listenPort },
            safety: 'choice',
            change: setFields(topology, 'nat', entry.rule, { listenPort }),
          },
        ],
      };
    }
  },
});

/** This computer is taken for one that runs VirtualBox. */
function isVirtualBox(topology: Topology, { row, host }: HostPort): boolean {
  if (rowOf(topology.devices, row.device)?.engine !== 'nat') return false;
  return runsVirtualBox(topology, host);
}

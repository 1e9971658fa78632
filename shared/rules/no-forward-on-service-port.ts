import { groupBy, sortedRows } from '../base/by-id.ts';
import { formatPorts } from '../ip/ports.ts';
import { freeHostPorts, listensAt } from '../network/host-port.ts';
import { sayDevice, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noForwardOnServicePort = defineRule({
  id: 'no-forward-on-service-port',
  severity: 'error',
  pack: 'nat',
  catalogue: ['NAT-05'],
  per: 'lab',
  summary: 'A port forward does not listen where a service of the host or of the NAT device itself does.',
  why: 'On a host the one that starts second gets nothing; on a router the forward hides the service.',
  source: 'bind(2), EADDRINUSE; Linux netfilter: destination NAT comes before local delivery',
  messages: {
    taken:
      'Port {port}/{protocol} of {who} is forwarded to {inside}, but its service {service} listens there: forward another port.',
    'service-here': '{service} listens here.',
    'use-port': 'Listen on {free} instead',
  },
  examples: {
    good: [
      'host h platform=virtualbox\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 8080 -> 10.0.0.5:80\nservice h ssh protocol=tcp port=22',
      'host h platform=virtualbox\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 8080 -> 10.0.0.5:80\nservice h dns protocol=udp port=8080',
      'host h platform=virtualbox\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 127.0.0.1:8080 -> 10.0.0.5:80\nservice h web protocol=tcp port=8080 address=192.0.2.1',
      'host h\nhost k\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 8080 -> 10.0.0.5:80\nservice k web protocol=tcp port=8080',
    ],
    bad: [
      {
        lab: 'host h platform=virtualbox\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 8080 -> 10.0.0.5:80\nservice h web protocol=tcp port=8080',
        reports: ['taken'],
      },
      {
        lab: 'router n 10.0.0.1/24 engine=nat\nnat n tcp 2200-2299 -> 10.0.0.5:2200-2299\nservice n ssh protocol=tcp port=2222 address=0.0.0.0',
        reports: ['taken'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const services = groupBy(sortedRows(topology.services), ([, { device }]) => device);
    if (services.size === 0) return;
    for (const entry of network.hostPorts) {
      const beside = [entry.row.device, entry.host ?? ''].flatMap((device) => services.get(device) ?? []);
      const found = beside.find(
        ([, service]) =>
          service.protocol === entry.protocol &&
          entry.ports.first <= service.port &&
          service.port <= entry.ports.last &&
          listensAt(service, entry.listenAddress),
      );
      if (!found) continue;
      const [id, service] = found;
      const free = freeHostPorts(topology, network, entry, Math.max(1024, entry.ports.first + 1));
      const listenPort = free && (free.first === free.last ? free.first : formatPorts(free));
      yield {
        message: 'taken',
        values: {
          port: formatPorts(entry.ports),
          protocol: entry.protocol,
          who: sayDevice(topology, service.device),
          inside: `${entry.row.insideAddress ?? '?'}:${entry.row.insidePort ?? '?'}`,
          service: service.name,
        },
        at: { table: 'nat', row: entry.rule, field: 'listenPort' },
        related: [
          {
            at: { table: 'services', row: id, field: 'port' },
            message: 'service-here',
            values: { service: service.name },
          },
        ],
        fixes:
          listenPort === undefined
            ? []
            : [
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

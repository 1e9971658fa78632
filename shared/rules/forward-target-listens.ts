import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { addressKey, formatAddress, parseAddress } from '../ip/address.ts';
import { formatPorts, parsePorts } from '../ip/ports.ts';
import { listensAt } from '../network/host-port.ts';
import { sayDevice, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const forwardTargetListens = defineRule({
  id: 'forward-target-listens',
  severity: 'warning',
  pack: 'nat',
  catalogue: ['NAT-04'],
  per: 'lab',
  summary: 'Where the services of a machine are listed, a port forward leads to one of them.',
  why: 'Who connects is refused by the machine itself, and looks for the fault in the NAT.',
  source: 'RFC 9293 section 3.10.7.1: a closed port answers with a reset',
  messages: {
    closed:
      'Nothing on {who} listens on {protocol} port {port} of {address}: lead to a port of one of its services, or add the service.',
    'lead-to': 'Lead to port {port} ({service})',
  },
  examples: {
    good: [
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80\nservice a web protocol=tcp port=80',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:81',
      'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80\nservice a web protocol=tcp port=80 address=0.0.0.0',
    ],
    bad: [
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:8080\nservice a web protocol=tcp port=80\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['closed'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n udp 8080 -> 10.0.0.5:80\nservice a web protocol=tcp port=80\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['closed'],
      },
      {
        lab: 'switch s\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.5/24\nn -- s\na -- s\nnat n tcp 8080 -> 10.0.0.5:80\nservice a web protocol=tcp port=80 address=127.0.0.1\nsubnet 10.0.0.0/24 gateway=10.0.0.1',
        reports: ['closed'],
      },
    ],
  },
  *check(_lab, { topology, network }) {
    const services = groupBy(Object.values(topology.services), ({ device }) => device);
    if (services.size === 0) return;
    for (const [id, row] of sortedRows(topology.nat)) {
      const inside = parseAddress(row.insideAddress?.trim() ?? '');
      const ports = row.insidePort === undefined ? undefined : parsePorts(row.insidePort);
      if (row.kind !== 'port-forward' || !inside || !ports) continue;
      const owners = new Set((network.owners.get(addressKey(inside)) ?? []).map(({ device }) => device));
      const [owner] = owners;
      const own = owner === undefined ? undefined : services.get(owner);
      // Two machines with one address are another rule's.
      if (owner === undefined || !own || owners.size > 1 || !rowOf(topology.devices, owner)) continue;
      const protocol = row.protocol ?? 'tcp';
      const address = formatAddress(inside);
      const heard = own.filter((one) => one.protocol === protocol && listensAt(one, address));
      const isClosed = !heard.some(({ port }) => ports.first <= port && port <= ports.last);
      if (!isClosed) continue;
      yield {
        message: 'closed',
        values: { who: sayDevice(topology, owner), protocol, port: formatPorts(ports), address },
        at: { table: 'nat', row: id, field: 'insidePort' },
        fixes: (ports.first === ports.last ? heard : []).slice(0, 5).map(({ port, name }) => ({
          label: 'lead-to' as const,
          values: { port, service: name },
          safety: 'choice' as const,
          change: setFields(topology, 'nat', id, { insidePort: port }),
        })),
      };
    }
  },
});

import { rowOf, sortedRows } from '../base/by-id.ts';
import { natDevices } from '../network/behind-nat.ts';
import { sayDevice, setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const forwardOnNat = defineRule({
  id: 'forward-on-nat',
  severity: 'warning',
  pack: 'nat',
  catalogue: ['NAT-04'],
  per: 'lab',
  summary: 'Port forwards belong to a NAT service, or to a device that translates addresses.',
  why: 'Elsewhere the row is kept and nothing is built from it: the port stays closed.',
  messages: {
    'no-nat':
      '{who} is no NAT and translates nothing, so this port forward is not made: move it to a NAT, or let {who} be one.',
    'make-nat': 'Make {who} a NAT service of the hypervisor',
  },
  examples: {
    good: [
      'router n 10.0.0.1/24 engine=nat\nnat n tcp 8080 -> 10.0.0.5:80',
      'router n 10.0.0.1/24 engine=nat isolated=true\nnat n tcp 8080 -> :80',
    ],
    bad: [
      { lab: 'router n 10.0.0.1/24\nnat n tcp 8080 -> 10.0.0.5:80', reports: ['no-nat'] },
      { lab: 'switch s\nnat s tcp 8080 -> 10.0.0.5:80', reports: ['no-nat'] },
    ],
  },
  *check(_lab, { topology }) {
    const nats = natDevices(topology);
    for (const [id, { kind, device }] of sortedRows(topology.nat)) {
      if (kind !== 'port-forward' || nats.has(device)) continue;
      const who = sayDevice(topology, device);
      const isRouter = rowOf(topology.devices, device)?.kind === 'router';
      yield {
        message: 'no-nat',
        values: { who },
        at: { table: 'nat', row: id, field: 'device' },
        fixes: isRouter
          ? [
              {
                label: 'make-nat',
                values: { who },
                safety: 'choice',
                change: setFields(topology, 'devices', device, { engine: 'nat' }),
              },
            ]
          : [],
      };
    }
  },
});

import { rowOf, sortedRows } from '../../base/by-id.ts';
import { formatPorts } from '../../ip/ports.ts';
import type { RowChange } from '../change.ts';
import { freePorts, hostPortOf, hostPorts, sharePort } from '../host-ports.ts';
import type { NatRule } from '../topology.ts';
import type { Ids } from './paste-ids.ts';
import { type Pasting, pastedRow } from './paste-row.ts';

/** The NAT rules of a clip in this lab. A forward whose port of the host is taken listens on the next free one. */
export function pastedRules(pasting: Pasting, ids: Ids): Record<string, RowChange<NatRule>> {
  const { design, clip, to } = pasting;
  const taken = hostPorts(design);
  const result: Record<string, RowChange<NatRule>> = {};
  for (const [was, row] of sortedRows(clip.nat)) {
    const device = to.devices.get(row.device)?.id;
    const owner = rowOf(clip.devices, row.device);
    const made = pastedRow(pasting, 'nat', row);
    if (device === undefined || !owner || !made) continue;
    let after: NatRule = made;
    const id =
      row.kind === 'port-forward'
        ? ids.fresh(`${device}.forward`, was)
        : ids.like(`${device}.${row.kind}`, was);
    const engine = { ...owner, on: to.device(owner.on) };
    let port = hostPortOf(id, after, engine);
    if (port) {
      const { host, protocol } = port;
      const wanted = port;
      const rivals = taken.filter((other) => other.host === host && other.protocol === protocol);
      const free = rivals.some((other) => sharePort(other, wanted)) ? freePorts(rivals, wanted) : undefined;
      if (free) {
        const listenPort = free.first === free.last ? free.first : formatPorts(free);
        after = { ...after, listenPort };
        port = hostPortOf(id, after, engine) ?? port;
      }
      taken.push(port);
    }
    result[id] = { after };
    to.became('nat', was, id);
  }
  return result;
}

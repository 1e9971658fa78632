import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { isPort, parsePorts } from '../../ip/ports.ts';
import { message } from '../../messages/message.ts';
import type { NatRule } from '../topology.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId } from './names.ts';

export interface ForwardPort {
  readonly device: string;
  readonly protocol: 'tcp' | 'udp';
  readonly listenAddress?: string | undefined;
  readonly listenPort: string;
  readonly insideAddress?: string | undefined;
  readonly insidePort: string;
  readonly taken: TakenIds;
}

/** Adds a port forward to a NAT service. A listen address left empty means every address of the host. */
export const forwardPort: Edit<ForwardPort> = (design, input) => {
  const device = rowOf(design.devices, input.device);
  if (!device) return fail(message('edit/gone'));
  if (device.kind !== 'router') return fail(message('edit/not-a-nat', { name: device.name }));
  for (const text of [input.listenPort, input.insidePort]) {
    if (!arePorts(text)) return fail(message('edit/not-ports', { text }));
  }
  const rule: NatRule = {
    device: input.device,
    kind: 'port-forward',
    protocol: input.protocol,
    listenAddress: input.listenAddress?.trim() || undefined,
    listenPort: portsAsTyped(input.listenPort),
    insideAddress: input.insideAddress?.trim() || undefined,
    insidePort: portsAsTyped(input.insidePort),
  };
  return ok({ nat: { [freshId(design.nat, `${input.device}.forward`, input.taken)]: { after: rule } } });
};

/** Whether a text is a port from 1 to 65535 or a range of such. */
export function arePorts(text: string): boolean {
  const range = parsePorts(text);
  return range !== undefined && isPort(range.first) && isPort(range.last);
}

/** A number where the text is one, else the text itself. */
export function portsAsTyped(text: string): number | string {
  const trimmed = text.trim();
  return /^[0-9]+$/.test(trimmed) ? Number(trimmed) : trimmed;
}

import { rowOf } from '../../shared/base/by-id.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { Design } from '../../shared/model/design.ts';
import { addressSegments } from '../../shared/network/address-segments.ts';
import type { Network, Segment } from '../../shared/network/network.ts';
import { analysisStore } from '../stores/analysis-store.ts';
import type { Selection } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { changeAddresses } from './edit-rows.ts';
import { report } from './report.ts';
import { selected } from './selection.ts';

/** The segments that the selected devices and cables are part of. */
export function selectedSegments(): Segment[] {
  return segmentsOf(designStore.getState().design, analysisStore.getState().network, selected());
}

/** The segments that devices and cables are part of. */
export function segmentsOf(
  design: Design,
  network: Network,
  { devices, links }: Pick<Selection, 'devices' | 'links'>,
): Segment[] {
  const ends = new Set([...links].flatMap((id) => [rowOf(design.links, id)?.a, rowOf(design.links, id)?.b]));
  return network.segments.filter(
    ({ interfaces, bridges }) =>
      interfaces.some(({ id, row }) => devices.has(row.device) || ends.has(id)) ||
      (interfaces.length > 0 && bridges.some((bridge) => devices.has(bridge.switch))),
  );
}

/** Gives an address to every interface of these segments that has none. */
export function giveAddresses(segments: readonly Segment[]): void {
  const { network } = analysisStore.getState();
  const label = message('edit/address-segments', { count: segments.length });
  report(run(addressSegments, { network, segments, taken: takenIds() }, label));
}

/** The address an interface without one would get from the subnet its segment has; undefined when there is none to get. */
export function suggestedAddress(design: Design, network: Network, id: string): string | undefined {
  const segment = network.segmentOf.get(id);
  if (!segment || (rowOf(design.interfaces, id)?.addresses ?? []).length > 0) return undefined;
  const planned = addressSegments(design, { network, segments: [segment] });
  if (!planned.ok) return undefined;
  const makesSubnet = Object.values(planned.value.subnets ?? {}).some(({ before }) => before === undefined);
  return makesSubnet ? undefined : rowOf(planned.value.interfaces ?? {}, id)?.after?.addresses?.[0];
}

/** Sets the addresses of an interface from what was typed; `/24` alone asks for the next free one. */
export function typeAddresses(id: string, text: string): Message | undefined {
  if (!/^\s*\/\s*[0-9]{0,3}\s*$/.test(text)) return changeAddresses(id, text);
  const { design } = designStore.getState();
  const free = suggestedAddress(design, analysisStore.getState().network, id);
  return free === undefined ? message('why/no-free-address') : changeAddresses(id, free);
}

import { rowOf } from '../../shared/base/by-id.ts';
import { message } from '../../shared/messages/message.ts';
import { connect, type CableEnd } from '../../shared/model/edit/connect.ts';
import { disconnect } from '../../shared/model/edit/disconnect.ts';
import { canvasStore } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { placeName } from '../stores/places.ts';
import { report } from './report.ts';
import { selected } from './selection.ts';

/** Puts a cable between two devices or interfaces. */
export function cable(from: CableEnd, to: CableEnd): void {
  const label = message('edit/connect', { a: endName(from), b: endName(to) });
  report(run(connect, { from, to, taken: takenIds() }, label));
}

/** Begins a cable at the one selected device, to be ended by keyboard or by a click on another. */
export function startCabling(): void {
  const [from] = selected().devices;
  canvasStore.setState({ cabling: from });
}

/** Ends the cable that was begun: at a device, or nowhere. */
export function endCabling(at?: string): void {
  const { cabling } = canvasStore.getState();
  canvasStore.setState({ cabling: undefined });
  const isThere = rowOf(designStore.getState().design.devices, cabling) !== undefined;
  if (cabling !== undefined && isThere && at !== undefined) cable({ device: cabling }, { device: at });
}

export function removeCable(link: string): void {
  report(run(disconnect, { link }, message('edit/disconnect')));
}

function endName(end: CableEnd): string {
  const { design } = designStore.getState();
  return 'interface' in end
    ? placeName(design, { table: 'interfaces', row: end.interface })
    : (rowOf(design.devices, end.device)?.name ?? end.device);
}

import { rowOf } from '../../shared/base/by-id.ts';
import type { Remove } from '../../shared/model/edit/remove.ts';
import { canvasStore, select, type Selection, showTaking } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { notify } from '../stores/view-store.ts';
import { removeRows } from './edit-rows.ts';

/** What is selected and still in the lab; devices of a selected group count as selected. */
export function selected(): Selection {
  const { design } = designStore.getState();
  const { devices, links, notes, groups } = canvasStore.getState();
  const shown = [...groups].filter((id) => rowOf(design.groups, id));
  const members = shown.flatMap((id) => rowOf(design.groups, id)?.devices ?? []);
  return {
    devices: new Set([...devices, ...members].filter((id) => rowOf(design.devices, id))),
    links: new Set([...links].filter((id) => rowOf(design.links, id))),
    notes: new Set([...notes].filter((id) => rowOf(design.notes, id))),
    groups: new Set(shown),
  };
}

export function selectAll(): void {
  const { design } = designStore.getState();
  select({ devices: Object.keys(design.devices), notes: Object.keys(design.notes) });
}

/** Leaves what is being done, a drag or a cable; with nothing to leave, clears the selection. */
export function selectNone(): void {
  const { drag, cabling } = canvasStore.getState();
  if (drag) {
    canvasStore.setState({ drag: undefined });
    showTaking([]);
  } else if (cabling !== undefined) canvasStore.setState({ cabling: undefined });
  else select({});
  notify(undefined);
}

/** Removes what is selected. A group goes with its devices: taking it apart is another command. */
export function removeSelection(): void {
  const { devices, links, notes, groups } = selected();
  const rows: Remove['rows'] = [
    ...[...devices].map((row) => ({ table: 'devices' as const, row })),
    ...[...links].map((row) => ({ table: 'links' as const, row })),
    ...[...notes].map((row) => ({ table: 'notes' as const, row })),
    ...[...groups].map((row) => ({ table: 'groups' as const, row })),
  ];
  if (rows.length === 0) return;
  removeRows(rows);
  select({});
}

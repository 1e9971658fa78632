import { rowOf } from '../../shared/base/by-id.ts';
import { message } from '../../shared/messages/message.ts';
import { arranged, type Arrangement, type Box } from '../../shared/model/edit/arrange.ts';
import { group, ungroup } from '../../shared/model/edit/group.ts';
import { select } from '../stores/canvas-store.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { movedBy, moveSetOf } from '../stores/move-set.ts';
import { boxOf, sceneOf } from '../stores/scene.ts';
import { moveThings } from './edit-rows.ts';
import { report } from './report.ts';
import { say } from './say.ts';
import { selected } from './selection.ts';

const notePrefix = 'note:';

/** Aligns or spaces out what is selected. A host goes with what is on it, in its frame. */
export function arrangeSelection(how: Arrangement): void {
  const { design } = designStore.getState();
  const scene = sceneOf(design);
  const { devices, notes } = selected();
  const boxes: Record<string, Box> = {};
  for (const id of devices) {
    const box = boxOf(scene, id);
    if (box && !devices.has(rowOf(design.devices, id)?.on ?? '')) boxes[id] = box;
  }
  for (const id of notes) {
    const note = rowOf(design.notes, id);
    if (note) boxes[notePrefix + id] = note;
  }
  const moves = Object.entries(arranged(boxes, how)).map(([key, to]) => {
    const isNote = key.startsWith(notePrefix);
    const id = isNote ? key.slice(notePrefix.length) : key;
    const set = moveSetOf(design, scene, {
      devices: new Set(isNote ? [] : [id]),
      notes: new Set(isNote ? [id] : []),
      groups: new Set(),
    });
    const from = boxes[key] ?? to;
    return movedBy(design, scene, set, { x: to.x - from.x, y: to.y - from.y });
  });
  if (moves.length === 0) return;
  moveThings({
    devices: Object.assign({}, ...moves.map((move) => move.devices)),
    notes: Object.assign({}, ...moves.map((move) => move.notes)),
  });
}

/** Puts the selected devices into a group and selects it. */
export function groupSelection(): void {
  const { design } = designStore.getState();
  const devices = [...selected().devices];
  const number = Object.keys(design.groups).length + 1;
  const name = say(message('ui/new-group-name', { number }));
  const result = run(
    group,
    { devices, name, taken: takenIds() },
    message('edit/group', { count: devices.length }),
  );
  if (!report(result) || !result.ok) return;
  const made = Object.entries(result.value.groups ?? {}).find(([, row]) => row.before === undefined);
  if (made) select({ groups: [made[0]] });
}

/** The groups that are selected, and those that a selected device is in. */
export function selectedGroups(): string[] {
  const { design } = designStore.getState();
  const { groups, devices } = selected();
  return Object.entries(design.groups)
    .filter(([id, row]) => groups.has(id) || row.devices.some((device) => devices.has(device)))
    .map(([id]) => id);
}

export function ungroupSelection(): void {
  const { devices } = selected();
  const groups = selectedGroups();
  report(run(ungroup, { groups }, message('edit/ungroup', { count: groups.length })));
  select({ devices });
}

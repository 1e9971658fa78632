import type { Position } from '../../shared/model/design.ts';
import { designStore } from '../stores/design-store.ts';
import { movedBy, moveSetOf } from '../stores/move-set.ts';
import { sceneOf } from '../stores/scene.ts';
import { moveThings } from './edit-rows.ts';
import { selected } from './selection.ts';

/** Moves what is selected a little; nudges of the same things in a row are one step. The host stays the same. */
export function nudgeSelection(by: Position): void {
  const { design } = designStore.getState();
  const scene = sceneOf(design);
  const set = moveSetOf(design, scene, selected());
  if (set.devices.size + set.notes.size === 0) return;
  const gesture = ['arrow-keys', ...set.devices, 'notes', ...set.notes].join(' ');
  moveThings(movedBy(design, scene, set, by), gesture);
}

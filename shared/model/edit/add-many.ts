import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import { applyChange, changeBetween } from '../change.ts';
import type { Position } from '../design.ts';
import { type AddDevice, addDevice } from './add-device.ts';
import type { Edit } from './edit.ts';

export interface AddMany extends AddDevice {
  /** 1 to 100. */
  readonly count: number;
}

const most = 100;
const perRow = 5;
/** From one corner to the next, in canvas pixels: wider and taller than the largest thing of the palette. */
const across = 224;
const down = { single: 96, network: 208 };

/** Adds several devices of a kind in rows of five, as one step; the first has its top left corner at `at`. */
export const addMany: Edit<AddMany> = (design, { entry, at, taken, count }) => {
  if (!Number.isInteger(count) || count < 1 || count > most) {
    return fail(message('edit/out-of-range', { value: count, least: 1, most }));
  }
  const rowHeight = entry === 'nat-network' ? down.network : down.single;
  let result = design;
  for (let index = 0; index < count; index++) {
    const spot: Position = {
      x: at.x + (index % perRow) * across,
      y: at.y + Math.floor(index / perRow) * rowHeight,
    };
    const added = addDevice(result, { entry, at: spot, taken });
    if (!added.ok) return added;
    result = applyChange(result, added.value);
  }
  return ok(changeBetween(design, result));
};

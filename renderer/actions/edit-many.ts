import { rowOf } from '../../shared/base/by-id.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { placeOn } from '../../shared/model/edit/place-on.ts';
import { type SetFields, setFields } from '../../shared/model/edit/set-fields.ts';
import { designStore, run } from '../stores/design-store.ts';
import { report } from './report.ts';

/** Sets one field of several rows as one step; the problem goes back to the field that asked. */
export function changeFields(input: SetFields): Message | undefined {
  const label = message('edit/set-fields', { field: input.field, count: input.rows.length });
  const result = run(setFields, input, label);
  return result.ok ? undefined : result.problem;
}

/** Says which host runs devices; undefined for this computer. */
export function placeDevices(devices: readonly string[], host: string | undefined): void {
  const count = devices.length;
  const name = rowOf(designStore.getState().design.devices, host)?.name;
  const label =
    name === undefined
      ? message('edit/place-here', { count })
      : message('edit/place-on', { count, host: name });
  report(run(placeOn, { devices, host }, label));
}

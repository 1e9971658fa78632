import type { Result } from '../../shared/base/result.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { addInterface } from '../../shared/model/edit/add-interface.ts';
import { type AddRow, addRow } from '../../shared/model/edit/add-row.ts';
import { type ForwardPort, forwardPort } from '../../shared/model/edit/forward-port.ts';
import { type Move, move } from '../../shared/model/edit/move.ts';
import { type Remove, remove } from '../../shared/model/edit/remove.ts';
import { type Rename, rename } from '../../shared/model/edit/rename.ts';
import { setAddresses } from '../../shared/model/edit/set-addresses.ts';
import { type SetField, setField } from '../../shared/model/edit/set-field.ts';
import { designStore, run, takenIds } from '../stores/design-store.ts';
import { placeName } from '../stores/places.ts';
import { report } from './report.ts';
import { say } from './say.ts';

type Problem = Message | undefined;

/** Sets a field; the problem goes back to the field that asked. */
export function changeField(input: SetField): Problem {
  const name = placeName(designStore.getState().design, input);
  return problemOf(run(setField, input, message('edit/set-field', { field: input.field, name })));
}

export function changeName(input: Rename): Problem {
  return problemOf(run(rename, input, message('edit/rename', { name: input.name.trim() })));
}

export function changeAddresses(id: string, text: string): Problem {
  const name = placeName(designStore.getState().design, { table: 'interfaces', row: id });
  return problemOf(run(setAddresses, { interface: id, text }, message('edit/set-addresses', { name })));
}

export function addForward(input: Omit<ForwardPort, 'taken'>): Problem {
  const name = placeName(designStore.getState().design, { table: 'devices', row: input.device });
  return problemOf(run(forwardPort, { ...input, taken: takenIds() }, message('edit/forward-port', { name })));
}

export function addTableRow(input: Omit<AddRow, 'taken'>): Problem {
  const label = message('edit/add-row', { table: say(message(`table/${input.table}`)) });
  return problemOf(run(addRow, { ...input, taken: takenIds() }, label));
}

export function addInterfaceTo(device: string): void {
  const name = placeName(designStore.getState().design, { table: 'devices', row: device });
  report(run(addInterface, { device, taken: takenIds() }, message('edit/add-interface', { name })));
}

export function removeRows(rows: Remove['rows']): void {
  report(run(remove, { rows }, message('edit/remove', { count: rows.length })));
}

/** Moves devices and notes; moves with the keyboard in a row are one step. */
export function moveThings(to: Move, gesture?: string): void {
  const count = Object.keys(to.devices ?? {}).length + Object.keys(to.notes ?? {}).length;
  report(run(move, to, message('edit/move', { count }), gesture));
}

function problemOf(result: Result<unknown, Message>): Problem {
  return result.ok ? undefined : result.problem;
}

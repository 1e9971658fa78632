import type { CommandId } from '../../shared/contract/commands.ts';
import { message } from '../../shared/messages/message.ts';
import { notify, viewStore } from '../stores/view-store.ts';
import { perform } from './index.ts';

/** What the native menu does in a field that is being typed in, as everywhere on the system. */
const inFields: Partial<Record<CommandId, string>> = {
  undo: 'undo',
  redo: 'redo',
  'select-all': 'selectAll',
};

/** Does a command of the native menu. A dialog that is open keeps the commands of the lab away, and says so. */
export function performFromMenu(id: CommandId): void {
  const inField = inFields[id];
  if (inField !== undefined && isField(document.activeElement)) {
    // Deprecated, and the only way to the undo of a field.
    document.execCommand(inField);
  } else if (viewStore.getState().dialog) {
    notify({ tone: 'hint', message: message('why/dialog-open') });
  } else perform(id);
}

function isField(element: Element | null): boolean {
  return element?.matches('input, textarea, [contenteditable]') ?? false;
}

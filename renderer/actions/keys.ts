import { commandList, type CommandId } from '../../shared/contract/commands.ts';
import { viewStore } from '../stores/view-store.ts';
import { isComposing } from '../ui/composing.ts';
import { copySelection, cutSelection, pasteText } from './clipboard.ts';
import { perform } from './index.ts';
import { pressedKeys } from './key-names.ts';

/** Combinations of keys, each with its command. */
const byKeys: ReadonlyMap<string, CommandId> = new Map(
  commandList.flatMap(({ id, keys = [], clipboard }) =>
    clipboard ? [] : keys.map((one) => [one, id] as const),
  ),
);

/** Commands that are wanted while a field is typed in, too. */
const whileTyping: ReadonlySet<CommandId> = new Set([
  'new',
  'open',
  'save',
  'save-as',
  'find',
  'next-area',
  'next-problem',
  'previous-problem',
  'fix-problem',
  'command-palette',
]);

/** Keys and the clipboard, anywhere in the window; call once. A dialog that is open keeps them for itself. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposing(event) || viewStore.getState().dialog) return;
    const command = byKeys.get(pressedKeys(event));
    if (command === undefined || (isTyping(event.target) && !whileTyping.has(command))) return;
    event.preventDefault();
    perform(command);
  });
  const cuts = { copy: copySelection, cut: cutSelection };
  for (const name of ['copy', 'cut'] as const) {
    document.addEventListener(name, (event) => {
      if (isOccupied(event) || !window.getSelection()?.isCollapsed) return;
      const text = cuts[name]();
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    });
  }
  document.addEventListener('paste', (event) => {
    if (isOccupied(event)) return;
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    pasteText(text);
  });
}

function isOccupied(event: Event): boolean {
  return viewStore.getState().dialog !== undefined || isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

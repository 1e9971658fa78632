import { select } from '../stores/canvas-store.ts';
import { redo, undo } from '../stores/design-store.ts';
import { notify, openDialog, viewStore } from '../stores/view-store.ts';
import { removeSelection } from './edit-rows.ts';
import { save, unlessUnsaved } from './files.ts';

/** Keys that work anywhere in the window; call once. A field that is being typed in keeps its own. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (viewStore.getState().dialog) return;
    const action = actionFor(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function actionFor(event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 's') return () => void (commitField(), save());
    if (key === 'o') return () => unlessUnsaved(() => openDialog({ kind: 'open' }));
    if (isTyping(event.target)) return undefined;
    if (key === 'y' || (key === 'z' && event.shiftKey)) return redo;
    if (key === 'z') return undo;
    return undefined;
  }
  if (isTyping(event.target)) return undefined;
  if (key === 'delete' || key === 'backspace') return removeSelection;
  if (key === 'escape') return () => (select([]), notify(undefined));
  return undefined;
}

/** What is half typed belongs to what is saved. */
function commitField(): void {
  if (document.activeElement instanceof HTMLElement && isTyping(document.activeElement))
    document.activeElement.blur();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

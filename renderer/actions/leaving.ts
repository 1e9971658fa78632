import { designStore, isUnsaved } from '../stores/design-store.ts';
import { commitField } from './commit-field.ts';

/** Takes what is half typed before the page goes or is hidden, and asks before edits are lost; call once, before drafts are kept. */
export function guardLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    commitField();
    if (isUnsaved(designStore.getState())) event.preventDefault();
  });
  window.addEventListener('pagehide', () => void commitField());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    // Whoever comes back goes on typing.
    const field = commitField();
    if (field?.isConnected) field.focus({ preventScroll: true });
  });
}

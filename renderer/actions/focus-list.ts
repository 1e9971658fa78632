import { viewStore } from '../stores/view-store.ts';

/** Opens the lab as a list and goes to its first row, or to the row last used. */
export function focusList(): void {
  viewStore.setState({ bottom: 'list' });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-list-start]')?.focus());
}

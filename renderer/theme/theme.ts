import type { Settings } from '../../shared/contract/shapes.ts';

/** Shows a theme; `system` leaves the choice to the browser. */
export function showTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

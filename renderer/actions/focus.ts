import { canvasStore } from '../stores/canvas-store.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { typeInto } from './notes.ts';
import { selected } from './selection.ts';
import { changeSettings } from './settings.ts';

/** Selects the words of the field that names what is selected; a note is typed into where it stands. */
export function focusName(): void {
  const { devices, notes, groups } = selected();
  const [note] = notes;
  if (note !== undefined && notes.size === 1 && devices.size + groups.size === 0) return typeInto(note);
  // A selected group stands for its devices; its own name is meant.
  const [group] = groups;
  if (group !== undefined && canvasStore.getState().devices.size > 0) {
    canvasStore.setState({ devices: new Set() });
  }
  if (!settingsStore.getState().inspector) changeSettings({ inspector: true });
  // What was just selected is drawn first.
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-name-field]');
    field?.focus();
    field?.select();
  });
}

/** Moves the focus to the next area of the window, as marked with `data-area`; after the last comes the first. */
export function focusNextArea(): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter(
    // Of an area within an area the inner one is meant.
    (area) => area.getClientRects().length > 0 && area.querySelector('[data-area]') === null,
  );
  const own = document.activeElement?.closest('[data-area]');
  const now = areas.findIndex((area) => own?.contains(area));
  const next = areas[(now + 1) % areas.length];
  // An area that takes the focus itself says what its keys do; what folds one away is not what one goes there for.
  const first =
    next?.tabIndex === 0
      ? next
      : next?.querySelector<HTMLElement>(
          'button:not(:disabled, [data-area-toggle]), input:not(:disabled), select, textarea, [tabindex="0"]',
        );
  (first ?? next?.querySelector('button') ?? next)?.focus();
}

/** Takes what is half typed, as leaving the field does: it belongs to what is saved, planned or kept. */
export function commitField(): HTMLElement | undefined {
  const active = document.activeElement;
  // Elsewhere the focus stays: whoever works on the canvas goes on from there.
  if (!(active instanceof HTMLElement) || !active.matches('input, textarea')) return undefined;
  active.blur();
  return active;
}

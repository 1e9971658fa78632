/** Gives the focus to a node or an edge, once it is drawn. */
export function focusNode(id: string): void {
  requestAnimationFrame(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge'),
    ].find((one) => one.dataset['id'] === id);
    (shown ?? document.querySelector<HTMLElement>('.canvas'))?.focus({ preventScroll: true });
  });
}

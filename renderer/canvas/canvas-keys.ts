import type { KeyboardEvent as ReactKeyboardEvent, MouseEvent } from 'react';
import type { Position } from '../../shared/model/design.ts';
import { typeInto } from '../actions/notes.ts';
import { nudgeSelection } from '../actions/nudge.ts';
import { canvasStore, type OpenMenu, select } from '../stores/canvas-store.ts';
import { gridStep } from '../stores/guides.ts';
import { viewStore } from '../stores/view-store.ts';
import { isComposing } from '../ui/composing.ts';
import { thingOf } from './flow-shapes.ts';

const arrows: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A key as the browser or React gives it. */
type Key = KeyboardEvent | ReactKeyboardEvent;

/** Keys that mean something on the canvas only: arrows move, Enter types into a note, the menu key opens the menu. */
export function onCanvasKey(event: Key): void {
  const target = event.target;
  if (isComposing(event) || !(target instanceof Element) || target.closest('input, textarea, .menu')) return;
  const { ctrlKey, metaKey, altKey } = event;
  const arrow = arrows[event.key];
  const node = nodeOf(target);
  if (arrow && !ctrlKey && !metaKey && !altKey) {
    const step = event.shiftKey ? gridStep * 10 : gridStep;
    nudgeSelection({ x: arrow.x * step, y: arrow.y * step });
  } else if (event.key === 'Enter' && node && thingOf(node).table === 'notes') typeInto(thingOf(node).id);
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuAt(target);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The same where nothing has the focus, as after a notice was closed. */
export function onStrayKey(event: KeyboardEvent): void {
  if (event.target === document.body && viewStore.getState().dialog === undefined) onCanvasKey(event);
}

/** Opens the menu of what is under the pointer. */
export function onCanvasMenu(event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element) || target.closest('input, textarea, .react-flow__panel')) return;
  event.preventDefault();
  canvasStore.setState({ menu: { on: chooseFor(target), x: event.clientX, y: event.clientY } });
}

/** Under what has the focus, else in the middle. */
function openMenuAt(target: Element): void {
  const shown =
    target.closest('.react-flow__node, .react-flow__edge, .canvas') ??
    document.querySelector('.canvas') ??
    target;
  const box = shown.getBoundingClientRect();
  const isCanvas = shown.classList.contains('canvas');
  const x = isCanvas ? box.left + box.width / 2 : box.left + Math.min(box.width / 2, 96);
  const y = isCanvas ? box.top + box.height / 2 : box.top + Math.min(box.height / 2, 26);
  canvasStore.setState({ menu: { on: chooseFor(shown), x, y } });
}

/** Selects what the menu will be about, unless it is selected already together with others. */
function chooseFor(target: Element): OpenMenu['on'] {
  const state = canvasStore.getState();
  const edge = target.closest<SVGElement>('.react-flow__edge')?.dataset['id'];
  if (edge !== undefined) {
    if (!state.links.has(edge)) select({ links: [edge] });
    return 'cable';
  }
  const node = nodeOf(target);
  if (node === undefined) return 'canvas';
  const { table, id } = thingOf(node);
  if (!state[table].has(id)) select({ [table]: [id] });
  return table === 'devices' ? 'device' : table === 'notes' ? 'note' : 'group';
}

function nodeOf(target: Element): string | undefined {
  return target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
}

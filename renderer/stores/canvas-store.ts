import { createStore } from 'zustand/vanilla';
import type { Position } from '../../shared/model/design.ts';

export interface CanvasState {
  readonly devices: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Where devices are while they are dragged; empty otherwise. */
  readonly drag: Readonly<Record<string, Position>>;
  /** The point of the lab in the middle of what is seen. */
  readonly centre: Position;
  /** A wish to see a device, or everything; a new object each time. */
  readonly show: { readonly device?: string | undefined } | undefined;
}

const none: ReadonlySet<string> = new Set();

/** What is selected and dragged: the drawing only, never part of history. */
export const canvasStore = createStore<CanvasState>()(() => ({
  devices: none,
  links: none,
  drag: {},
  centre: { x: 0, y: 0 },
  show: undefined,
}));

export function select(devices: Iterable<string>, links: Iterable<string> = []): void {
  canvasStore.setState({ devices: new Set(devices), links: new Set(links) });
}

export function showDevice(device: string | undefined): void {
  canvasStore.setState({ show: { device } });
}

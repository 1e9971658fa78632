import { createStore } from 'zustand/vanilla';
import type { Change } from '../../shared/model/change.ts';
import type { NewDevice } from '../../shared/model/edit/add-device.ts';
import type { Position } from '../../shared/model/design.ts';

/** What is selected, by kind of thing. */
export interface Selection {
  readonly devices: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** What the canvas is asked to bring into view; a new object each time. */
export type Wish =
  | { readonly kind: 'all' }
  | { readonly kind: 'devices'; readonly devices: readonly string[] }
  | { readonly kind: 'selection' }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'reset' };

/** A thin line through edges or centres that line up. */
export interface Guide {
  readonly axis: 'x' | 'y';
  /** Where it is on its axis, and how far it goes on the other. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is being dragged, and how far it is from where it was. */
export interface Drag {
  readonly devices: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly by: Position;
  readonly guides: readonly Guide[];
}

/** A note that is typed into. A new one that is left empty goes again. */
export interface Typing {
  readonly note: string;
  readonly isNew: boolean;
}

/** A menu on the canvas: what it is about, and where in the window it opens. */
export interface OpenMenu {
  readonly on: 'device' | 'cable' | 'group' | 'note' | 'canvas';
  readonly x: number;
  readonly y: number;
}

export interface CanvasState extends Selection {
  readonly drag: Drag | undefined;
  /** A selection box is being drawn: frames are then chosen only as a whole. */
  readonly boxing: boolean;
  /** Hosts that would take what is over them. */
  readonly taking: ReadonlySet<string>;
  /** What is dragged from the palette. */
  readonly carried: { readonly entry: NewDevice | 'note'; readonly count: number } | undefined;
  /** A note whose corner is being dragged. */
  readonly sizing: { readonly note: string; readonly width: number; readonly height: number } | undefined;
  readonly typing: Typing | undefined;
  /** The device that a cable is being put to by keyboard. */
  readonly cabling: string | undefined;
  readonly menu: OpenMenu | undefined;
  /** The point of the lab where new things go: the middle of what is seen, or where a menu was opened. */
  readonly centre: Position;
  readonly wish: Wish | undefined;
  /** A change that is looked at before it is made. */
  readonly preview: Change | undefined;
}

const none: ReadonlySet<string> = new Set();

/** What is selected and dragged: the drawing only, never part of history. */
export const canvasStore = createStore<CanvasState>()(() => ({
  devices: none,
  links: none,
  notes: none,
  groups: none,
  drag: undefined,
  boxing: false,
  taking: none,
  carried: undefined,
  sizing: undefined,
  typing: undefined,
  cabling: undefined,
  menu: undefined,
  centre: { x: 0, y: 0 },
  wish: undefined,
  preview: undefined,
}));

/** Selects these things and nothing else; a cable that was begun at others is given up. */
export function select(what: { readonly [Kind in keyof Selection]?: Iterable<string> }): void {
  canvasStore.setState({
    cabling: undefined,
    devices: new Set(what.devices),
    links: new Set(what.links),
    notes: new Set(what.notes),
    groups: new Set(what.groups),
  });
}

export function bringIntoView(wish: Wish): void {
  canvasStore.setState({ wish: { ...wish } });
}

/** Says which hosts would take what is over them; the same hosts as before change nothing. */
export function showTaking(hosts: readonly string[]): void {
  const { taking } = canvasStore.getState();
  if (hosts.length === taking.size && hosts.every((host) => taking.has(host))) return;
  canvasStore.setState({ taking: new Set(hosts) });
}

/** Shows what a change would do; undefined takes it away again. */
export function showPreview(preview: Change | undefined): void {
  if (canvasStore.getState().preview !== preview) canvasStore.setState({ preview });
}

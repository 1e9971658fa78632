import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import { worstSeverity } from '../../shared/diagnostics/summarise.ts';
import type { Design, Group, Position } from '../../shared/model/design.ts';
import type { Box } from '../../shared/model/edit/arrange.ts';
import type { Device } from '../../shared/model/topology.ts';
import type { CanvasState } from '../stores/canvas-store.ts';
import { type Scene, sceneOf } from '../stores/scene.ts';
import { createCableEdges } from './cable-edges.ts';
import { createDeviceFacts, type DeviceFacts } from './device-facts.ts';
import { type CableEdge, type FlowNode, layers, nodeIdOf, type PortView } from './flow-shapes.ts';
import { type Memory, remember } from './remember.ts';

export interface Drawing
  extends Pick<
    CanvasState,
    'devices' | 'links' | 'notes' | 'groups' | 'drag' | 'boxing' | 'taking' | 'sizing' | 'typing'
  > {
  readonly design: Design;
  readonly byDevice: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly diagnostics: readonly Diagnostic[];
  readonly names: Names;
}

/** What a screen reader says. */
export interface Names {
  readonly device: (device: Device, problems: number) => string;
  readonly host: (device: Device, problems: number, machines: number) => string;
  readonly group: (group: Group) => string;
  readonly note: (text: string) => string;
}

export interface Flow {
  readonly nodes: FlowNode[];
  readonly edges: CableEdge[];
}

const still: Position = { x: 0, y: 0 };
const noPorts: readonly PortView[] = [];

/**
 * A function from a drawing to what React Flow shows, frames first. A node or edge whose rows did not change stays the
 * same object, so that only what changed is drawn again.
 */
export function createToFlow(): (drawing: Drawing) => Flow {
  const memory: Memory<FlowNode> = new Map();
  const factsOf = createDeviceFacts();
  const edgesOf = createCableEdges();
  return (drawing) => {
    const { design } = drawing;
    const scene = sceneOf(design);
    const facts = factsOf(design);
    const ids = Object.keys(design.devices);
    const isHost = (id: string) => scene.frames.hosts.has(id);
    return {
      nodes: [
        ...groupNodes(drawing, scene, memory),
        ...ids.filter(isHost).flatMap((id) => deviceNode(drawing, scene, facts, id, memory)),
        ...ids.filter((id) => !isHost(id)).flatMap((id) => deviceNode(drawing, scene, facts, id, memory)),
        ...noteNodes(drawing, memory),
      ],
      edges: edgesOf({ ...drawing, portIndex: facts.portIndex }),
    };
  };
}

function deviceNode(
  drawing: Drawing,
  scene: Scene,
  facts: DeviceFacts,
  id: string,
  memory: Memory<FlowNode>,
): FlowNode[] {
  const { drag, names } = drawing;
  const device = drawing.design.devices[id];
  const frame = scene.frames.hosts.get(id);
  const box = frame ?? scene.cards.get(id);
  if (!device || !box) return [];
  const found = drawing.byDevice.get(id) ?? [];
  const worst = worstSeverity(found);
  const by = drag?.devices.has(id) ? drag.by : still;
  const selected = drawing.devices.has(id);
  const taking = drawing.taking.has(id);
  const ports = facts.ports.get(id) ?? noPorts;
  const forwards = facts.forwards.get(id) ?? 0;
  const machines = frame
    ? (scene.contents.get(id) ?? []).filter((one) => drawing.design.devices[one]?.kind === 'vm').length
    : 0;
  const from = [device, ...sides(box, by), selected, taking, worst, found.length, forwards, names, ports];
  return [
    remember(memory, id, [...from, frame && !drawing.boxing, machines], () => {
      const base = { id, selected, ...placed(box, by) };
      const data = { device, ports, worst, count: found.length, forwards, taking };
      return frame
        ? {
            ...base,
            type: 'host',
            zIndex: layers.host,
            selectable: !drawing.boxing,
            style: { pointerEvents: 'none' },
            ariaLabel: names.host(device, found.length, machines),
            data: { ...data, machines },
          }
        : {
            ...base,
            type: 'device',
            zIndex: layers.device,
            ariaLabel: names.device(device, found.length),
            data,
          };
    }),
  ];
}

function groupNodes(
  { design, drag, boxing, groups, names }: Drawing,
  scene: Scene,
  memory: Memory<FlowNode>,
) {
  return [...scene.frames.groups].flatMap(([row, box]): FlowNode[] => {
    const group = design.groups[row];
    if (!group) return [];
    const id = nodeIdOf({ table: 'groups', id: row });
    // A frame stands still while only some of what is in it is dragged.
    const members = group.devices.filter((device) => scene.cards.has(device));
    const by = drag && members.every((device) => drag.devices.has(device)) ? drag.by : still;
    const selected = groups.has(row);
    const zIndex = scene.frames.inner.has(row) ? layers.innerGroup : layers.group;
    return [
      remember(memory, id, [group, ...sides(box, by), selected, boxing, zIndex, names], () => ({
        id,
        type: 'group',
        selectable: !boxing,
        zIndex,
        selected,
        style: { pointerEvents: 'none' },
        ariaLabel: names.group(group),
        data: { group },
        ...placed(box, by),
      })),
    ];
  });
}

function noteNodes(drawing: Drawing, memory: Memory<FlowNode>): FlowNode[] {
  const { design, drag, notes, sizing, typing, names } = drawing;
  return Object.entries(design.notes).map(([row, note]) => {
    const id = nodeIdOf({ table: 'notes', id: row });
    const box = sizing?.note === row ? { ...note, width: sizing.width, height: sizing.height } : note;
    const by = drag?.notes.has(row) ? drag.by : still;
    const selected = notes.has(row);
    const typed = typing?.note === row ? (typing.isNew ? 'new' : 'old') : undefined;
    return remember(memory, id, [note, ...sides(box, by), selected, typed, names], () => ({
      id,
      type: 'note',
      zIndex: typed ? layers.typed : layers.note,
      selected,
      ariaLabel: names.note(note.text),
      data: { note, typing: typed },
      ...placed(box, by),
    }));
  });
}

function sides(box: Box, by: Position): readonly number[] {
  return [box.x + by.x, box.y + by.y, box.width, box.height];
}

function placed(box: Box, by: Position) {
  const size = { width: box.width, height: box.height };
  return { position: { x: box.x + by.x, y: box.y + by.y }, ...size, measured: size };
}

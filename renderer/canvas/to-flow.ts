import type { Edge, Node } from '@xyflow/react';
import { groupBy, rowOf } from '../../shared/base/by-id.ts';
import type { Diagnostic, Severity } from '../../shared/diagnostics/diagnostic.ts';
import { worstSeverity } from '../../shared/diagnostics/summarise.ts';
import { sizeOf } from '../../shared/kinds/index.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import { interfacesByDevice } from '../../shared/model/edit/ports.ts';
import type { Device, Interface } from '../../shared/model/topology.ts';

export interface PortView {
  readonly id: string;
  readonly row: Interface;
  readonly cabled: boolean;
}

export interface DeviceData extends Record<string, unknown> {
  readonly device: Device;
  readonly ports: readonly PortView[];
  readonly worst: Severity | undefined;
  readonly count: number;
  readonly forwards: number;
}

export interface CableData extends Record<string, unknown> {
  /** Which port of a switch the cable goes into, from 0; undefined for other devices. */
  readonly portA: number | undefined;
  readonly portB: number | undefined;
  /** Number of this cable among those between the same two devices, and how many they are. */
  readonly lane: number;
  readonly lanes: number;
  readonly worst: Severity | undefined;
  readonly unplugged: boolean;
  readonly trunk: boolean;
  readonly vlan: number | undefined;
  readonly mtu: number | undefined;
}

export type DeviceNode = Node<DeviceData, 'device'>;
export type CableEdge = Edge<CableData, 'cable'>;

export interface Drawing {
  readonly design: Design;
  readonly byDevice: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly diagnostics: readonly Diagnostic[];
  readonly devices: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly drag: Readonly<Record<string, Position>>;
  /** A device's name for a screen reader. */
  readonly nameOf: (device: Device, count: number) => string;
}

export interface Flow {
  readonly nodes: DeviceNode[];
  readonly edges: CableEdge[];
}

/**
 * A function from a drawing to what React Flow shows. A node or edge whose rows did not change stays the same object,
 * so that only what changed is drawn again.
 */
export function createToFlow(): (drawing: Drawing) => Flow {
  const nodes = new Map<string, Remembered<DeviceNode>>();
  const edges = new Map<string, Remembered<CableEdge>>();
  return (drawing) => {
    const cabled = new Set(Object.values(drawing.design.links).flatMap(({ a, b }) => [a, b]));
    const owned = interfacesByDevice(drawing.design);
    const forwards = groupBy(
      Object.values(drawing.design.nat).filter((rule) => rule.kind === 'port-forward'),
      (rule) => rule.device,
    );
    const portIndex = new Map<string, number>();
    const shown = Object.entries(drawing.design.devices).map(([id, device]) => {
      const ports = owned.get(id) ?? [];
      if (device.kind === 'switch') for (const [index, [port]] of ports.entries()) portIndex.set(port, index);
      return deviceNode(
        drawing,
        id,
        device,
        { ports, cabled, forwards: forwards.get(id)?.length ?? 0 },
        nodes,
      );
    });
    return { nodes: shown, edges: cableEdges(drawing, portIndex, edges) };
  };
}

interface Remembered<Value> {
  readonly from: readonly unknown[];
  readonly value: Value;
}

function remember<Value>(
  memory: Map<string, Remembered<Value>>,
  id: string,
  from: readonly unknown[],
  make: () => Value,
): Value {
  const old = memory.get(id);
  if (old && old.from.length === from.length && old.from.every((one, index) => one === from[index]))
    return old.value;
  const value = make();
  memory.set(id, { from, value });
  return value;
}

interface DeviceFacts {
  readonly ports: readonly [string, Interface][];
  readonly cabled: ReadonlySet<string>;
  readonly forwards: number;
}

function deviceNode(
  drawing: Drawing,
  id: string,
  device: Device,
  { ports, cabled, forwards }: DeviceFacts,
  memory: Map<string, Remembered<DeviceNode>>,
): DeviceNode {
  const found = drawing.byDevice.get(id) ?? [];
  const worst = worstSeverity(found);
  const position =
    rowOf(drawing.drag, id) ?? rowOf(drawing.design.positions, id) ?? fallback(drawing.design, id);
  const selected = drawing.devices.has(id);
  const from = [
    device,
    position.x,
    position.y,
    selected,
    worst,
    found.length,
    forwards,
    drawing.nameOf,
    ...ports.flatMap(([port, row]) => [row, cabled.has(port)]),
  ];
  return remember(memory, id, from, () => {
    const size = sizeOf(device, ports.length);
    return {
      id,
      type: 'device',
      position,
      selected,
      ...size,
      measured: size,
      ariaLabel: drawing.nameOf(device, found.length),
      data: {
        device,
        ports: ports.map(([port, row]) => ({ id: port, row, cabled: cabled.has(port) })),
        worst,
        count: found.length,
        forwards,
      },
    };
  });
}

/** Where a device without a position goes: a grid, in order of id. */
function fallback(design: Design, id: string): Position {
  const index = Object.keys(design.devices).sort().indexOf(id);
  return { x: (index % 5) * 220, y: Math.floor(index / 5) * 120 };
}

const cableFields = new Set(['mtu', 'mode', 'vlan', 'nativeVlan', 'allowedVlans', 'connected']);

function cableEdges(
  drawing: Drawing,
  portIndex: ReadonlyMap<string, number>,
  memory: Map<string, Remembered<CableEdge>>,
): CableEdge[] {
  const { design, diagnostics } = drawing;
  const atLink = groupBy(
    diagnostics.filter((one) => one.at.table === 'links'),
    (one) => one.at.row,
  );
  const atPort = groupBy(
    diagnostics.filter((one) => one.at.table === 'interfaces' && cableFields.has(one.at.field ?? '')),
    (one) => one.at.row,
  );
  const known = Object.entries(design.links).flatMap(([id, link]) => {
    const a = rowOf(design.interfaces, link.a);
    const b = rowOf(design.interfaces, link.b);
    return a && b && rowOf(design.devices, a.device) && rowOf(design.devices, b.device)
      ? [{ id, link, a, b }]
      : [];
  });
  const bundles = groupBy(known, ({ a, b }) => [a.device, b.device].sort().join(' '));
  return known.map(({ id, link, a, b }) => {
    const bundle = bundles.get([a.device, b.device].sort().join(' ')) ?? [];
    const lane = bundle.findIndex((one) => one.id === id);
    const worst = worstSeverity(
      [link.a, link.b].flatMap((port) => atPort.get(port) ?? []).concat(atLink.get(id) ?? []),
    );
    const portA = portIndex.get(link.a);
    const portB = portIndex.get(link.b);
    const selected = drawing.links.has(id);
    return remember(memory, id, [link, a, b, lane, bundle.length, worst, portA, portB, selected], () => ({
      id,
      type: 'cable',
      source: a.device,
      target: b.device,
      selected,
      data: {
        portA,
        portB,
        lane,
        lanes: bundle.length,
        worst,
        unplugged: a.connected === false || b.connected === false,
        trunk: a.mode === 'trunk' || b.mode === 'trunk',
        vlan: accessVlan(a, portA) ?? accessVlan(b, portB),
        mtu: link.mtu ?? [a.mtu, b.mtu].find((mtu) => mtu !== undefined && mtu !== 1500),
      },
    }));
  });
}

function accessVlan(row: Interface, port: number | undefined): number | undefined {
  return port !== undefined && row.mode !== 'trunk' ? row.vlan : undefined;
}

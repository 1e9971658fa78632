import { groupBy, rowOf } from '../../shared/base/by-id.ts';
import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import { worstSeverity } from '../../shared/diagnostics/summarise.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Interface } from '../../shared/model/topology.ts';
import { type CableEdge, layers } from './flow-shapes.ts';
import { type Memory, remember } from './remember.ts';

const cableFields = new Set(['mtu', 'mode', 'vlan', 'nativeVlan', 'allowedVlans', 'connected']);

export interface CableDrawing {
  readonly design: Design;
  readonly diagnostics: readonly Diagnostic[];
  readonly portIndex: ReadonlyMap<string, number>;
  readonly links: ReadonlySet<string>;
}

/** A function from a design to its cables as edges; the same list while nothing of it changed. */
export function createCableEdges(): (drawing: CableDrawing) => CableEdge[] {
  const memory: Memory<CableEdge> = new Map();
  const whole: Memory<CableEdge[]> = new Map();
  return (drawing) => {
    const { design, diagnostics, portIndex, links } = drawing;
    const from = [design.devices, design.interfaces, design.links, diagnostics, portIndex, links];
    return remember(whole, '', from, () => cableEdges(drawing, memory));
  };
}

function cableEdges(
  { design, diagnostics, portIndex, links }: CableDrawing,
  memory: Memory<CableEdge>,
): CableEdge[] {
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
    const selected = links.has(id);
    return remember(memory, id, [link, a, b, lane, bundle.length, worst, portA, portB, selected], () => ({
      id,
      type: 'cable',
      source: a.device,
      target: b.device,
      selected,
      zIndex: layers.cable,
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

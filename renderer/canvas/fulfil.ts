import type { ReactFlowInstance } from '@xyflow/react';
import { canvasStore, type Wish } from '../stores/canvas-store.ts';
import { maxZoom, paddingFor } from './fit.ts';
import { type CableEdge, type FlowNode, nodeIdOf } from './flow-shapes.ts';

type Flow = ReactFlowInstance<FlowNode, CableEdge>;

/** Shows these nodes, or all, beside what lies over the canvas where there is room. */
export function fitInto(flow: Flow, ids: readonly string[] = [], duration = 0): Promise<boolean> {
  const wanted = new Set(ids);
  const nodes = flow.getNodes().filter(({ id }) => wanted.size === 0 || wanted.has(id));
  const boxes = nodes.map(({ position, measured }) => ({
    ...position,
    width: measured?.width ?? 0,
    height: measured?.height ?? 0,
  }));
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const over = [...document.querySelectorAll('.react-flow__minimap, .react-flow__controls')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x: x - (canvas?.x ?? 0), y: y - (canvas?.y ?? 0), width, height };
  });
  const padding = paddingFor(boxes, canvas ?? { width: 0, height: 0 }, over);
  return flow.fitView({ nodes: nodes.map(({ id }) => ({ id })), padding, maxZoom, duration });
}

/** Brings into view what was asked for. */
export function fulfil(flow: Flow, wish: Wish): void {
  const duration = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120;
  if (wish.kind === 'zoom') {
    if (wish.to === 'in') void flow.zoomIn({ duration });
    else if (wish.to === 'out') void flow.zoomOut({ duration });
    else void flow.zoomTo(1, { duration });
    return;
  }
  const ids = idsOf(wish);
  // React Flow would keep a fit without nodes, and jump when the first device is dropped.
  if (flow.getNodes().length === 0) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
  else void fitInto(flow, ids, duration);
}

function idsOf(wish: Exclude<Wish, { kind: 'zoom' }>): readonly string[] {
  switch (wish.kind) {
    case 'all':
      return [];
    case 'devices':
      return wish.devices;
    case 'selection': {
      const state = canvasStore.getState();
      return (['devices', 'notes', 'groups'] as const).flatMap((table) =>
        [...state[table]].map((id) => nodeIdOf({ table, id })),
      );
    }
  }
}

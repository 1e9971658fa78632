import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  Controls,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { type DragEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { paletteEntries } from '../../shared/kinds/composites.ts';
import type { Device } from '../../shared/model/topology.ts';
import { addDeviceAt } from '../actions/add-device.ts';
import { useText } from '../i18n/text.tsx';
import { analysisStore } from '../stores/analysis-store.ts';
import { canvasStore } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { CableEdge } from './CableEdge.tsx';
import { DeviceNode } from './DeviceNode.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { onConnect, onEdgesChange, onNodesChange } from './from-flow.ts';
import { createToFlow } from './to-flow.ts';

const nodeTypes = { device: DeviceNode };
const edgeTypes = { cable: CableEdge };
const overview = { width: 160, height: 108 };
const fit = { padding: 0.15, maxZoom: 1 };

/** The drawing of the lab. React Flow shows what is computed from the design; it keeps nothing. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  );
}

function Drawing() {
  const t = useText();
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const { nodes, edges } = useDrawing();

  useEffect(
    () =>
      canvasStore.subscribe((state, previous) => {
        if (state.show === previous.show || !state.show) return;
        const nodes = state.show.device === undefined ? {} : { nodes: [{ id: state.show.device }] };
        requestAnimationFrame(() => {
          // React Flow would keep a fit without nodes, and jump when the first device is dropped.
          if (flow.getNodes().length === 0) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
          else void flow.fitView({ ...nodes, ...fit, duration: stillness() ? 0 : 120 });
        });
      }),
    [flow],
  );

  const noteCentre = useCallback(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const centre = flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    canvasStore.setState({ centre });
  }, [flow]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    const dropped = event.dataTransfer.getData('application/x-netloom-device');
    const entry = paletteEntries.find((one) => one === dropped);
    if (!entry) return;
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addDeviceAt(entry, { x: x - 84, y: y - 26 });
  };

  return (
    <div
      ref={frame}
      className="canvas"
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onMoveEnd={noteCentre}
        onInit={() => {
          noteCentre();
          if (nodes.length > 0) void flow.fitView(fit).then(noteCentre);
        }}
        fitViewOptions={fit}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={24}
        deleteKeyCode={null}
        minZoom={0.05}
        maxZoom={2}
        snapToGrid
        snapGrid={[4, 4]}
        onlyRenderVisibleElements={nodes.length > 300}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'controls.ariaLabel': t('ui/zoom'),
          'controls.zoomIn.ariaLabel': t('ui/zoom-in'),
          'controls.zoomOut.ariaLabel': t('ui/zoom-out'),
          'controls.fitView.ariaLabel': t('ui/zoom-fit'),
          'minimap.ariaLabel': t('ui/minimap'),
          'handle.ariaLabel': t('ui/drag-cable'),
          'node.a11yDescription.default': t('ui/node-keys'),
          'node.a11yDescription.keyboardDisabled': t('ui/node-keys'),
          'edge.a11yDescription.default': t('ui/edge-keys'),
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        <Controls showInteractive={false} position="bottom-left" />
        {nodes.length > 0 && (
          <MiniMap position="bottom-right" style={overview} pannable zoomable nodeBorderRadius={12} />
        )}
      </ReactFlow>
      {nodes.length === 0 && <EmptyCanvas />}
    </div>
  );
}

function useDrawing() {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  const byDevice = useStore(analysisStore, (state) => state.byDevice);
  const diagnostics = useStore(analysisStore, (state) => state.diagnostics);
  const devices = useStore(canvasStore, (state) => state.devices);
  const links = useStore(canvasStore, (state) => state.links);
  const drag = useStore(canvasStore, (state) => state.drag);
  const toFlow = useMemo(createToFlow, []);
  const nameOf = useMemo(
    () => (device: Device, count: number) =>
      count === 0 ? device.name : t('ui/problems-of', { name: device.name, count }),
    // oxlint-disable-next-line react/exhaustive-deps -- the words change with the language alone
    [t('ui/undo')],
  );
  return toFlow({ design, byDevice, diagnostics, devices, links, drag, nameOf });
}

function stillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

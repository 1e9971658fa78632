import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  Controls,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useKeyPress,
  useReactFlow,
  useStore as useFlowStore,
  useStoreApi,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './devices.css';
import './frames.css';
import './notes.css';
import './menu.css';
import type { DragEvent } from 'react';
import { useText } from '../i18n/text.tsx';
import { bringIntoView, canvasStore } from '../stores/canvas-store.ts';
import { openDialog } from '../stores/view-store.ts';
import { CableEdge } from './CableEdge.tsx';
import { CablingBar } from './CablingBar.tsx';
import { onCanvasKey, onCanvasMenu } from './canvas-keys.ts';
import { ContextMenu } from './ContextMenu.tsx';
import { DeviceNode } from './DeviceNode.tsx';
import { dragTo, endDrag, startDrag } from './drag.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { type CableEdge as CableEdgeShape, type FlowNode } from './flow-shapes.ts';
import { onConnect, onEdgesChange, onNodesChange } from './from-flow.ts';
import { fitInto } from './fulfil.ts';
import { maxZoom } from './fit.ts';
import { GroupNode } from './GroupNode.tsx';
import { Guides } from './Guides.tsx';
import { HostNode } from './HostNode.tsx';
import { onNodeClick, onNodeDoubleClick } from './node-clicks.ts';
import { NoteNode } from './NoteNode.tsx';
import { FixPreview } from './FixPreview.tsx';
import { Overview } from './Overview.tsx';
import { carryOver, dropCarried } from './palette-drop.ts';
import { endBox, startBox } from './selection-box.ts';
import { useDrawing } from './use-drawing.ts';
import { useWishes } from './use-wishes.ts';

const nodeTypes = { device: DeviceNode, host: HostNode, group: GroupNode, note: NoteNode };
const edgeTypes = { cable: CableEdge };
const addKeys = ['Shift', 'Control', 'Meta'];
/** Below this zoom the words on cables would cover the drawing. */
const labelZoom = 0.5;
/** Below this one nothing can be read at all. */
const wordZoom = 0.25;

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
  const flow = useReactFlow<FlowNode, CableEdgeShape>();
  const flowStore = useStoreApi<FlowNode, CableEdgeShape>();
  const { frame, noteCentre } = useWishes();
  const { nodes, edges } = useDrawing();
  const distance = useFlowStore(({ transform: [, , zoom] }) =>
    zoom < wordZoom ? ' canvas-far canvas-tiny' : zoom < labelZoom ? ' canvas-far' : '',
  );
  const boxKey = useKeyPress('Shift', { actInsideInputWithModifier: false });

  const pointOf = (event: { readonly clientX: number; readonly clientY: number }) =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });

  const carry = (event: DragEvent) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    carryOver(pointOf(event));
  };

  return (
    <div
      ref={frame}
      className={`canvas${distance}`}
      role="group"
      aria-label={t('ui/canvas-name')}
      tabIndex={0}
      onDrop={(event) => (event.preventDefault(), dropCarried(pointOf(event)))}
      onDragEnter={carry}
      onDragOver={carry}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) carryOver(undefined);
      }}
      onKeyDownCapture={onCanvasKey}
      onContextMenu={onCanvasMenu}
      onDoubleClick={({ target }) => {
        if (target instanceof Element && target.classList.contains('react-flow__pane'))
          openDialog({ kind: 'commands', find: 'everything' });
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
        onNodeClick={onNodeClick}
        onNodeDoubleClick={onNodeDoubleClick}
        onNodeDragStart={(_, node) => startDrag(node.id, node.position)}
        onNodeDrag={(event, node) => dragTo(node.position, event.altKey, flow.getZoom())}
        onNodeDragStop={endDrag}
        // React Flow would lose the way to its own threshold; `dragTo` has one.
        nodeDragThreshold={0}
        onSelectionStart={() => {
          const rect = flowStore.getState().userSelectionRect;
          if (rect) startBox({ x: rect.startX, y: rect.startY });
        }}
        onSelectionEnd={(event) => endBox(pointOf(event))}
        onMoveEnd={noteCentre}
        onInit={() => {
          noteCentre();
          if (nodes.length > 0) void fitInto(flow).then(noteCentre);
        }}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={24}
        deleteKeyCode={null}
        // Shift adds to the selection on a thing and draws a box on the empty canvas.
        selectionKeyCode={null}
        multiSelectionKeyCode={addKeys}
        selectionOnDrag={boxKey}
        selectionMode={SelectionMode.Partial}
        panOnDrag={boxKey ? [1] : [0, 1]}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        minZoom={0.05}
        maxZoom={2}
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
        <Controls
          showInteractive={false}
          position="bottom-left"
          fitViewOptions={{ maxZoom }}
          onFitView={() => bringIntoView({ kind: 'all' })}
        />
        <Guides />
        {nodes.length > 0 && <Overview />}
        <FixPreview />
      </ReactFlow>
      <CablingBar />
      {nodes.length === 0 && <EmptyCanvas />}
      <ContextMenu
        onClose={(then) => {
          canvasStore.setState({ menu: undefined });
          requestAnimationFrame(() => (then?.(), noteCentre()));
        }}
      />
    </div>
  );
}

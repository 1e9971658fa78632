import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { canvasStore, type Guide } from '../stores/canvas-store.ts';

const none: readonly Guide[] = [];

/** Thin lines where what is dragged is in line with something else. */
export function Guides() {
  const guides = useStore(canvasStore, (state) => state.drag?.guides ?? none);
  const zoom = useFlowStore((state) => state.transform[2]);
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <span
          key={axis}
          className="guide"
          style={
            axis === 'x'
              ? { left: at, top: from, width: 1 / zoom, height: to - from }
              : { left: from, top: at, width: to - from, height: 1 / zoom }
          }
        />
      ))}
    </ViewportPortal>
  );
}

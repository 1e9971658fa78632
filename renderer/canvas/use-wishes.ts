import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { canvasStore } from '../stores/canvas-store.ts';
import { onStrayKey } from './canvas-keys.ts';
import type { CableEdge, FlowNode } from './flow-shapes.ts';
import { fulfil } from './fulfil.ts';

interface View {
  /** For the element that the canvas fills. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Notes where the middle of what is seen is: new things go there. */
  readonly noteCentre: () => void;
}

/** Does what the store asks of the view, and takes keys that have no other place. */
export function useWishes(): View {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<FlowNode, CableEdge>();

  useEffect(
    () =>
      canvasStore.subscribe((state, previous) => {
        const { wish, menu } = state;
        if (wish !== previous.wish && wish) requestAnimationFrame(() => fulfil(flow, wish));
        if (menu !== previous.menu && menu?.on === 'canvas') {
          canvasStore.setState({ centre: flow.screenToFlowPosition(menu) });
        }
      }),
    [flow],
  );

  useEffect(() => {
    window.addEventListener('keydown', onStrayKey);
    return () => window.removeEventListener('keydown', onStrayKey);
  }, []);

  const noteCentre = useCallback(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const centre = flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    canvasStore.setState({ centre });
  }, [flow]);
  return { frame, noteCentre };
}

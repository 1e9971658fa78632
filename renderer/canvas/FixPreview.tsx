import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type PreviewLine, previewOf } from '../actions/preview.ts';
import { useMessage, useText } from '../i18n/text.tsx';
import { canvasStore } from '../stores/canvas-store.ts';
import type { CableEdge, FlowNode } from './flow-shapes.ts';
import './preview.css';

/** What a fix would change, as a diff below each device that it touches; what belongs to no device stands at the top. */
export function FixPreview() {
  const change = useStore(canvasStore, (state) => state.preview);
  const flow = useReactFlow<FlowNode, CableEdge>();
  const lines = useMemo(() => (change ? previewOf(change) : undefined), [change]);
  if (!lines) return null;
  const ofLab = lines.get(undefined);
  return (
    <>
      {ofLab && (
        <div className="preview preview-lab">
          <Lines lines={ofLab} />
        </div>
      )}
      <ViewportPortal>
        {[...lines].map(([device, own]) => {
          const node = device === undefined ? undefined : flow.getInternalNode(device);
          if (!node) return null;
          const { x, y } = node.internals.positionAbsolute;
          const top = y + (node.measured.height ?? 0) + 6;
          return (
            <div key={device} className="preview" style={{ transform: `translate(${x}px, ${top}px)` }}>
              <Lines lines={own} />
            </div>
          );
        })}
      </ViewportPortal>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly PreviewLine[] }) {
  const t = useText();
  const words = useMessage();
  return (
    <ul aria-label={t('ui/preview')}>
      {lines.map((line) => (
        <li key={`${line.what} ${line.field.id}`}>
          <span className="muted">{[line.what, words(line.field)].filter(Boolean).join(' · ')}</span>
          {line.before !== '' && <del className="mono">{line.before}</del>}
          {line.after !== '' && <ins className="mono">{line.after}</ins>}
        </li>
      ))}
    </ul>
  );
}

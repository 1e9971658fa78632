import { MiniMap } from '@xyflow/react';
import { useStore } from 'zustand';
import { settingsStore } from '../stores/settings-store.ts';
import type { FlowNode } from './flow-shapes.ts';

const size = { width: 160, height: 108 };

/** The whole lab in small, while the setting shows it; frames lie behind what is in them. */
export function Overview() {
  const isShown = useStore(settingsStore, (state) => state.minimap);
  return (
    isShown && (
      <MiniMap
        position="bottom-right"
        style={size}
        pannable
        zoomable
        nodeBorderRadius={8}
        nodeClassName={classOf}
      />
    )
  );
}

function classOf(node: FlowNode): string {
  return `minimap-${node.type}${node.selected ? ' minimap-selected' : ''}`;
}

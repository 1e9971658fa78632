import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { GroupNode as Shown } from './flow-shapes.ts';
import { FrameEdges } from './FrameEdges.tsx';

/** A frame around devices that belong together for a person; for the network it means nothing. */
export const GroupNode = memo(function GroupNode({ data, selected }: NodeProps<Shown>) {
  const { name } = data.group;
  return (
    <div className={`group-frame${selected ? ' group-selected' : ''}`}>
      <div className="group-head">
        <span className="group-name" title={name}>
          {name}
        </span>
      </div>
      <FrameEdges />
    </div>
  );
});

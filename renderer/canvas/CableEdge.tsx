import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../i18n/text.tsx';
import { cableEnds } from './cable-path.ts';
import type { CableEdge as Shown, FlowNode } from './flow-shapes.ts';
import { vlanColour } from './vlan-colour.ts';

/** A cable between two devices; colour says the VLAN, a halo says that something is wrong with it. */
export const CableEdge = memo(function CableEdge({ id, source, target, data, selected }: EdgeProps<Shown>) {
  const t = useText();
  const a = useInternalNode<FlowNode>(source);
  const b = useInternalNode<FlowNode>(target);
  if (!a || !b || !data) return null;
  const [from, to] = cableEnds(a, b, data);
  const path = `M${from.x},${from.y} L${to.x},${to.y}`;
  const colour = selected ? undefined : vlanColour(data.vlan);
  const look = `cable${selected ? ' cable-selected' : ''}${data.unplugged ? ' cable-unplugged' : ''}`;
  const labels = [
    ...(data.vlan !== undefined && data.vlan !== 1 ? [t('ui/cable-vlan', { vlan: data.vlan })] : []),
    ...(data.mtu === undefined ? [] : [t('ui/cable-mtu', { mtu: data.mtu })]),
  ];
  return (
    <>
      {data.worst && <path d={path} className={`cable-halo cable-halo-${data.worst}`} />}
      <BaseEdge
        id={id}
        path={path}
        className={look}
        interactionWidth={16}
        style={colour ? { stroke: colour } : undefined}
      />
      {data.trunk && <path d={path} className="cable-core" />}
      {labels.length > 0 && (
        <EdgeLabelRenderer>
          <span
            className="cable-label"
            style={{
              transform: `translate(-50%, -50%) translate(${(from.x + to.x) / 2}px, ${(from.y + to.y) / 2}px)`,
            }}
          >
            {labels.join(' · ')}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

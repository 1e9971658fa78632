import { Handle, Position, useConnection } from '@xyflow/react';
import { useText } from '../i18n/text.tsx';
import { openProblems } from '../stores/view-store.ts';
import { SeverityMark } from '../ui/Severity.tsx';

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

/** Where cables begin and end: a dot on each side to drag from, and the whole device to drop on. */
export function Plugs() {
  const dragging = useConnection((connection) => connection.inProgress);
  return (
    <>
      {sides.map((side) => (
        <Handle key={side} id={side} type="source" position={side} className="plug" />
      ))}
      <Handle
        id="body"
        type="target"
        position={Position.Top}
        isConnectableStart={false}
        className={dragging ? 'drop-area drop-area-open' : 'drop-area'}
      />
    </>
  );
}

interface BadgeProps {
  readonly device: string;
  readonly worst: 'error' | 'warning' | 'hint';
  readonly count: number;
  readonly name: string;
}

/** The worst that is wrong with a device; a click lists all of it. */
export function Badge({ device, worst, count, name }: BadgeProps) {
  const t = useText();
  const words = t('ui/problems-of', { name, count });
  return (
    <button
      type="button"
      className={`badge badge-${worst} nodrag`}
      aria-label={words}
      title={words}
      onClick={() => openProblems(device)}
    >
      <SeverityMark severity={worst} name={t(`ui/severity-${worst}`)} />
      {count > 1 && <span>{count}</span>}
    </button>
  );
}

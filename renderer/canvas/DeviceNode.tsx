import { Handle, type NodeProps, Position, useConnection } from '@xyflow/react';
import { memo } from 'react';
import { kindOf } from '../../shared/kinds/index.ts';
import { useText } from '../i18n/text.tsx';
import { openProblems } from '../stores/view-store.ts';
import { Icon } from '../ui/Icon.tsx';
import { SeverityMark } from '../ui/Severity.tsx';
import type { DeviceNode as Shown, PortView } from './to-flow.ts';
import { vlanColour } from './vlan-colour.ts';

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

/** A device: card, switch bar or NAT pill. A cable may be dragged from any side dot, and dropped anywhere on it. */
export const DeviceNode = memo(function DeviceNode({ id, data, selected }: NodeProps<Shown>) {
  const { device, ports, worst, count } = data;
  const isBar = device.kind === 'switch';
  const isPill = device.engine === 'nat';
  const shape = isBar ? 'bar' : isPill ? 'pill' : device.kind;
  return (
    <div
      className={`device device-${shape}${selected ? ' device-selected' : ''}${worst ? ` device-${worst}` : ''}`}
    >
      {isBar ? <SwitchFace name={device.name} ports={ports} /> : <CardFace data={data} />}
      {worst && <Badge device={id} worst={worst} count={count} name={device.name} />}
      {sides.map((side) => (
        <Handle key={side} id={side} type="source" position={side} className="plug" />
      ))}
      <DropArea />
    </div>
  );
});

function CardFace({ data }: { readonly data: Shown['data'] }) {
  const t = useText();
  const { device, ports, forwards } = data;
  const icon =
    device.engine === 'nat' ? (device.isolated ? 'nat-isolated' : 'nat') : (kindOf(device.kind)?.icon ?? '');
  const address = ports.flatMap((port) => port.row.addresses ?? [])[0];
  const cards = ports.filter((port) => port.row.parent === undefined).length;
  const second =
    address ??
    (device.isolated ? t('ui/nat-isolated-short') : cards === 0 ? t('ui/no-interface') : t('ui/no-address'));
  return (
    <>
      <span className="device-icon">
        <Icon name={icon} size={20} />
      </span>
      <span className="device-words">
        <span className="device-name" title={device.name}>
          {device.name}
        </span>
        <span className={address ? 'device-address mono' : 'device-address device-blank'}>{second}</span>
      </span>
      {forwards > 0 && (
        <span className="device-forwards" title={t('ui/forward-count', { count: forwards })}>
          <Icon name="right" size={12} />
          {forwards}
        </span>
      )}
    </>
  );
}

function SwitchFace({ name, ports }: { readonly name: string; readonly ports: readonly PortView[] }) {
  return (
    <>
      <span className="bar-head">
        <Icon name="switch" size={14} />
        <span className="device-name" title={name}>
          {name}
        </span>
      </span>
      <span className="bar-ports">
        {ports.map(({ id, row, cabled }) => (
          <span
            key={id}
            className={`port ${cabled ? 'port-used' : 'port-free'} ${row.mode === 'trunk' ? 'port-trunk' : ''}`}
            style={cabled ? { backgroundColor: vlanColour(row.vlan) } : undefined}
            title={row.vlan === undefined ? row.name : `${row.name} · VLAN ${row.vlan}`}
          />
        ))}
      </span>
    </>
  );
}

interface BadgeProps {
  readonly device: string;
  readonly worst: 'error' | 'warning' | 'hint';
  readonly count: number;
  readonly name: string;
}

function Badge({ device, worst, count, name }: BadgeProps) {
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

/** Covers the device while a cable is being dragged, so that the end may be dropped anywhere on it. */
function DropArea() {
  const dragging = useConnection((connection) => connection.inProgress);
  return (
    <Handle
      id="body"
      type="target"
      position={Position.Top}
      isConnectableStart={false}
      className={dragging ? 'drop-area drop-area-open' : 'drop-area'}
    />
  );
}

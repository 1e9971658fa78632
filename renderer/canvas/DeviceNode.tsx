import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { kindOf } from '../../shared/kinds/index.ts';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { cardLine } from './card-line.ts';
import type { DeviceNode as Shown, PortView } from './flow-shapes.ts';
import { Badge, Plugs } from './NodeParts.tsx';
import { vlanColour } from './vlan-colour.ts';

/** A device: card, switch bar or NAT pill. A cable may be dragged from any side dot, and dropped anywhere on it. */
export const DeviceNode = memo(function DeviceNode({ id, data, selected }: NodeProps<Shown>) {
  const { device, ports, worst, count, taking } = data;
  const isBar = device.kind === 'switch';
  const isPill = device.engine === 'nat';
  const shape = isBar ? 'bar' : isPill ? 'pill' : device.kind;
  return (
    <div
      className={`device device-${shape}${selected ? ' device-selected' : ''}${worst ? ` device-${worst}` : ''}${taking ? ' taking' : ''}`}
    >
      {isBar ? <SwitchFace name={device.name} ports={ports} /> : <CardFace data={data} />}
      {worst && <Badge device={id} worst={worst} count={count} name={device.name} />}
      <Plugs />
    </div>
  );
});

function CardFace({ data }: { readonly data: Shown['data'] }) {
  const t = useText();
  const { device, ports, forwards } = data;
  const icon =
    device.engine === 'nat' ? (device.isolated ? 'nat-isolated' : 'nat') : (kindOf(device.kind)?.icon ?? '');
  const line = cardLine(device, ports);
  return (
    <>
      <span className="device-icon">
        <Icon name={icon} size={20} />
      </span>
      <span className="device-words">
        <span className="device-name" title={device.name}>
          {device.name}
        </span>
        {line?.kind === 'address' && <span className="device-address mono">{line.text}</span>}
        {line?.kind === 'given' && <span className="device-address">{t(line.word)}</span>}
        {line?.kind === 'missing' && <span className="device-address device-blank">{t(line.word)}</span>}
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

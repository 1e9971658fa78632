import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { platformLabel } from '../../shared/kinds/platforms.ts';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { HostNode as Shown } from './flow-shapes.ts';
import { FrameEdges } from './FrameEdges.tsx';
import { Badge, Plugs } from './NodeParts.tsx';

/** A host with what runs on it inside. Its header is the host: dragged, cabled and selected there. */
export const HostNode = memo(function HostNode({ id, data, selected }: NodeProps<Shown>) {
  const t = useText();
  const { device, machines, worst, count, taking } = data;
  const { platform } = device;
  return (
    <div
      className={`host-frame${selected ? ' host-selected' : ''}${worst ? ` host-${worst}` : ''}${taking ? ' taking' : ''}`}
    >
      <div className="host-head">
        <Icon name="server" size={16} />
        <span className="host-words">
          <span className="device-name" title={device.name}>
            {device.name}
          </span>
          {platform && <span className="host-platform">{platformLabel(platform)}</span>}
        </span>
        <span className="host-count">{t('ui/machines-on', { count: machines })}</span>
        {worst && <Badge device={id} worst={worst} count={count} name={device.name} />}
        <Plugs />
      </div>
      <FrameEdges />
    </div>
  );
});

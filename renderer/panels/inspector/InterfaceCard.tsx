import { useStore } from 'zustand';
import { linkOf, peerOf, takesCable } from '../../../shared/model/edit/ports.ts';
import type { Interface } from '../../../shared/model/topology.ts';
import { cable, removeCable } from '../../actions/cable.ts';
import { changeField } from '../../actions/edit-rows.ts';
import { useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { placeName } from '../../stores/places.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CheckField, SelectField } from '../../ui/Field.tsx';
import { AddressField } from './AddressField.tsx';
import { FurtherInterfaceFields } from './FurtherFields.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';

interface CardProps {
  readonly id: string;
  readonly row: Interface;
  readonly isSwitch: boolean;
}

const moreFields = ['mode', 'vlan', 'nativeVlan', 'allowedVlans', 'mtu', 'mac'];

/** One interface: where its cable goes, its addresses, and the rest folded away. */
export function InterfaceCard({ id, row, isSwitch }: CardProps) {
  const t = useText();
  const isPort = isSwitch && row.mode !== 'routed';
  // On a port that carries frames an address is a mistake, and must be seen to be taken away.
  const hasAddresses = !isPort || row.addresses !== undefined;
  return (
    <div className={isPort ? 'card card-port' : 'card'}>
      <div className="card-head">
        <span className="card-name">{row.name}</span>
        <CableEnd id={id} row={row} />
      </div>
      {hasAddresses && <AddressField id={id} row={row} />}
      <RowFindings table="interfaces" row={id} except={['addresses', ...moreFields]} />
      <details className="more">
        <summary>{isPort ? portSummary(row, t('ui/mode-access'), t('ui/mode-trunk')) : t('ui/more')}</summary>
        <MoreFields id={id} row={row} isSwitch={isSwitch} />
        <FurtherInterfaceFields id={id} />
      </details>
      {moreFields.map((field) => (
        <MoreFinding key={field} id={id} field={field} />
      ))}
    </div>
  );
}

/** Findings of folded fields are seen while they are folded. */
function MoreFinding({ id, field }: { readonly id: string; readonly field: string }) {
  return (
    <div className="folded-finding">
      <RowFindings table="interfaces" row={id} field={field} />
    </div>
  );
}

function portSummary(row: Interface, access: string, trunk: string): string {
  return row.mode === 'trunk'
    ? `${trunk} · VLAN ${row.allowedVlans ?? 'all'}`
    : `${access} · VLAN ${row.vlan ?? 1}`;
}

function CableEnd({ id, row }: { readonly id: string; readonly row: Interface }) {
  const t = useText();
  const link = useStore(designStore, (state) => linkOf(state.design, id));
  const peer = useStore(designStore, (state) => {
    const other = peerOf(state.design, id);
    return other === undefined ? undefined : placeName(state.design, { table: 'interfaces', row: other });
  });
  if (link !== undefined && peer !== undefined) {
    return (
      <span className="cable-end">
        <span className="cable-peer" title={peer}>
          {peer}
        </span>
        <IconButton
          icon="unplug"
          name={t('ui/remove-cable-to', { name: peer })}
          onClick={() => removeCable(link)}
        />
      </span>
    );
  }
  return takesCable(row) ? <ConnectTo id={id} own={row.device} /> : null;
}

/** Cabling without a mouse. */
function ConnectTo({ id, own }: { readonly id: string; readonly own: string }) {
  const t = useText();
  const devices = useStore(designStore, (state) => state.design.devices);
  const others = Object.entries(devices).filter(([device]) => device !== own);
  return (
    <SelectField
      bare
      label={t('ui/connect-to')}
      value=""
      choices={[
        { value: '', label: t('ui/no-cable') },
        ...others.map(([value, device]) => ({ value, label: device.name })),
      ]}
      onChange={(device) => {
        if (device !== '') cable({ interface: id }, { device });
      }}
    />
  );
}

function MoreFields({ id, row, isSwitch }: CardProps) {
  const t = useText();
  const mode = row.mode ?? (isSwitch ? 'access' : 'routed');
  const field = { table: 'interfaces', row: id } as const;
  return (
    <>
      {isSwitch && (
        <SelectField
          label={t('ui/mode')}
          value={mode}
          choices={[
            { value: 'access', label: t('ui/mode-access') },
            { value: 'trunk', label: t('ui/mode-trunk') },
            { value: 'routed', label: t('ui/mode-routed') },
          ]}
          onChange={(text) => void changeField({ ...field, field: 'mode', text })}
        />
      )}
      {mode === 'access' && (
        <RowField {...field} field="vlan" label={t('ui/vlan')} value={row.vlan} placeholder="1" />
      )}
      {mode === 'trunk' && (
        <div className="card-pair">
          <RowField
            {...field}
            field="allowedVlans"
            label={t('ui/allowed-vlans')}
            value={row.allowedVlans}
            placeholder={t('ui/all')}
          />
          <RowField
            {...field}
            field="nativeVlan"
            label={t('ui/native-vlan')}
            value={row.nativeVlan}
            placeholder={t('ui/none')}
          />
        </div>
      )}
      <RowField
        {...field}
        field="mtu"
        label={t('ui/mtu')}
        value={row.mtu}
        unit={t('ui/unit-bytes')}
        placeholder="1500"
      />
      {mode === 'routed' && (
        <RowField
          {...field}
          field="mac"
          label={t('ui/mac')}
          value={row.mac}
          placeholder={t('ui/automatic')}
          mono
        />
      )}
      <CheckField
        label={t('ui/plugged-in')}
        checked={row.connected !== false}
        onChange={(checked) =>
          void changeField({ ...field, field: 'connected', text: checked ? '' : 'false' })
        }
      />
    </>
  );
}

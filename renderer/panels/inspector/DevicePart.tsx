import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { platformId, platformLabel, platforms } from '../../../shared/kinds/platforms.ts';
import { interfacesOf } from '../../../shared/model/edit/ports.ts';
import type { Device } from '../../../shared/model/topology.ts';
import { addInterfaceTo, changeField, changeName, removeRows } from '../../actions/edit-rows.ts';
import { deviceIcon, deviceWord } from '../../actions/things.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { select } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FurtherDeviceFields } from './FurtherFields.tsx';
import { Forwards } from './Forwards.tsx';
import { InterfaceCard } from './InterfaceCard.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';
import { TableSection } from './tables/TableSection.tsx';
import { tablesOf } from './tables/tables-of.ts';
import { canRunOnHost, RunsOn } from './RunsOn.tsx';
import { SegmentPart } from './SegmentPart.tsx';

const ownFields = ['memoryMiB', 'cpus', 'os', 'platform'];

/** One device: name, size, interfaces, forwards. */
export function DevicePart({ id }: { readonly id: string }) {
  const t = useText();
  const words = useMessage();
  const device = useStore(designStore, (state) => rowOf(state.design.devices, id));
  if (!device) return null;
  return (
    <>
      <div className="part">
        <h2 className="part-title">
          <Icon name={deviceIcon(device)} size={20} />
          {words(deviceWord(device))}
        </h2>
        <TextField
          isName
          label={t('ui/name')}
          value={device.name}
          onCommit={(name) => {
            const problem = changeName({ table: 'devices', row: id, name });
            return problem && words(problem);
          }}
        />
        {canRunOnHost(device) && <RunsOn ids={[id]} />}
        <MachineFields id={id} device={device} />
        <HostFields id={id} device={device} />
        <SwitchFields id={id} device={device} />
        <FurtherDeviceFields id={id} />
        <RowFindings table="devices" row={id} except={ownFields} />
      </div>
      <Interfaces id={id} device={device} />
      <SegmentPart of={{ devices: new Set([id]), links: new Set() }} />
      {device.engine === 'nat' && <Forwards device={id} />}
      {tablesOf(device).map((table) => (
        <TableSection
          key={table}
          table={table}
          given={{ device: id }}
          {...(table === 'nat' && device.engine === 'nat' && { isElsewhere: isForward })}
        />
      ))}
      <div className="part">
        <Button
          icon="remove"
          look="quiet"
          onClick={() => {
            removeRows([{ table: 'devices', row: id }]);
            select({});
          }}
        >
          {t('ui/remove-named', { name: device.name })}
        </Button>
      </div>
    </>
  );
}

/** The forwards of a NAT service stand above its other rules. */
function isForward(rule: object): boolean {
  return 'kind' in rule && rule.kind === 'port-forward';
}

interface PartProps {
  readonly id: string;
  readonly device: Device;
}

function MachineFields({ id, device }: PartProps) {
  const t = useText();
  const isMachine = device.kind === 'vm' || (device.kind === 'router' && device.engine === undefined);
  if (!isMachine) return null;
  return (
    <>
      <div className="card-pair">
        <RowField
          table="devices"
          row={id}
          field="memoryMiB"
          label={t('ui/memory')}
          value={device.memoryMiB}
          unit={t('ui/unit-mib')}
        />
        <RowField table="devices" row={id} field="cpus" label={t('ui/cpus')} value={device.cpus} />
      </div>
      <RowField
        table="devices"
        row={id}
        field="os"
        label={t('ui/os')}
        value={device.os}
        placeholder={t('ui/none')}
      />
    </>
  );
}

function HostFields({ id, device }: PartProps) {
  const t = useText();
  if (device.kind !== 'host') return null;
  return (
    <RowField
      table="devices"
      row={id}
      field="platform"
      label={t('ui/platform')}
      value={device.platform && platformLabel(device.platform)}
      read={platformId}
      offers={platforms.map(({ label }) => label)}
    />
  );
}

function SwitchFields({ id, device }: PartProps) {
  const t = useText();
  if (device.kind !== 'switch') return null;
  const change = (field: string, checked: boolean) =>
    void changeField({ table: 'devices', row: id, field, text: String(checked) });
  return (
    <>
      <CheckField
        label={t('ui/vlan-aware')}
        checked={device.vlanAware !== false}
        onChange={(checked) => change('vlanAware', checked)}
      />
      <CheckField
        label={t('ui/physical')}
        checked={device.physical === true}
        onChange={(checked) => change('physical', checked)}
      />
    </>
  );
}

function Interfaces({ id, device }: PartProps) {
  const t = useText();
  const interfaces = useStore(designStore, (state) => state.design.interfaces);
  const rows = interfacesOf({ interfaces }, id);
  const isSwitch = device.kind === 'switch';
  return (
    <div className="part">
      <h3>{isSwitch ? t('ui/ports') : t('ui/interfaces')}</h3>
      {rows.map(([row, one]) => (
        <InterfaceCard key={row} id={row} row={one} isSwitch={isSwitch} />
      ))}
      <Button icon="add" look="quiet" onClick={() => addInterfaceTo(id)}>
        {isSwitch ? t('ui/add-port') : t('ui/add-interface')}
      </Button>
    </div>
  );
}

import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { kindOf } from '../../../shared/kinds/index.ts';
import { message } from '../../../shared/messages/message.ts';
import { interfacesOf } from '../../../shared/model/edit/ports.ts';
import type { Device } from '../../../shared/model/topology.ts';
import { addInterfaceTo, changeField, changeName, removeRows } from '../../actions/edit-rows.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { select } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Forwards } from './Forwards.tsx';
import { InterfaceCard } from './InterfaceCard.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';

const ownFields = ['memoryMiB', 'cpus', 'os'];

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
          <Icon name={iconOf(device)} size={20} />
          {words(message(wordOf(device)))}
        </h2>
        <TextField
          label={t('ui/name')}
          value={device.name}
          onCommit={(name) => {
            const problem = changeName({ table: 'devices', row: id, name });
            return problem && words(problem);
          }}
        />
        <MachineFields id={id} device={device} />
        <SwitchFields id={id} device={device} />
        <RowFindings table="devices" row={id} except={ownFields} />
      </div>
      <Interfaces id={id} device={device} />
      {device.engine === 'nat' && <Forwards device={id} />}
      <div className="part">
        <Button
          icon="remove"
          look="quiet"
          onClick={() => {
            removeRows([{ table: 'devices', row: id }]);
            select([]);
          }}
        >
          {t('ui/remove-named', { name: device.name })}
        </Button>
      </div>
    </>
  );
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

function wordOf(device: Device): string {
  if (device.engine === 'nat') return device.isolated ? 'kind/palette/nat' : 'kind/palette/nat-network';
  return kindOf(device.kind) ? `kind/${device.kind}/name` : 'ui/unknown-kind';
}

function iconOf(device: Device): string {
  if (device.engine === 'nat') return device.isolated ? 'nat-isolated' : 'nat';
  return kindOf(device.kind)?.icon ?? '';
}

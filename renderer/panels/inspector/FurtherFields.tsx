import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { fieldsForDevice, fieldsForInterface } from './fields-for.ts';
import { fieldOf } from '../../../shared/model/fields.ts';
import { changeField } from '../../actions/edit-rows.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { useWorst } from './RowFindings.tsx';
import { FieldInput } from './tables/FieldInput.tsx';

type Table = 'devices' | 'interfaces' | 'links';

/** Fields that have a place of their own above. */
const shownAbove: Readonly<Record<Table, readonly string[]>> = {
  devices: ['name', 'on', 'memoryMiB', 'cpus', 'vlanAware', 'physical'],
  interfaces: ['addresses', 'mode', 'vlan', 'nativeVlan', 'allowedVlans', 'mtu', 'mac', 'connected'],
  links: [],
};

/** The fields of a device that are asked seldom, folded. */
export function FurtherDeviceFields({ id }: { readonly id: string }) {
  const t = useText();
  const device = useStore(designStore, (state) => rowOf(state.design.devices, id));
  if (!device) return null;
  const above = [...shownAbove.devices, device.kind === 'host' ? 'platform' : 'os'];
  const names = fieldsForDevice(device).filter((name) => !above.includes(name));
  if (names.length === 0) return null;
  return (
    <details className="more more-fields">
      <summary>{t('ui/more-fields')}</summary>
      <Fields table="devices" row={id} names={names} values={device} />
    </details>
  );
}

/** The same of an interface; its card folds them already. */
export function FurtherInterfaceFields({ id }: { readonly id: string }) {
  const row = useStore(designStore, (state) => rowOf(state.design.interfaces, id));
  const device = useStore(designStore, (state) => rowOf(state.design.devices, row?.device));
  if (!row || !device) return null;
  const names = fieldsForInterface(device, row).filter((name) => !shownAbove.interfaces.includes(name));
  return <Fields table="interfaces" row={id} names={names} values={row} device={row.device} />;
}

/** The medium of a cable. */
export function FurtherLinkFields({ id }: { readonly id: string }) {
  const row = useStore(designStore, (state) => rowOf(state.design.links, id));
  return row ? <Fields table="links" row={id} names={['medium']} values={row} /> : null;
}

interface FieldsProps {
  readonly table: Table;
  readonly row: string;
  readonly names: readonly string[];
  readonly values: object;
  readonly device?: string;
}

function Fields({ table, row, names, values, device }: FieldsProps) {
  return (
    <div className="table-fields">
      {names.map((name) => (
        <One
          key={name}
          table={table}
          row={row}
          name={name}
          value={(values as Readonly<Record<string, unknown>>)[name]}
          device={device}
        />
      ))}
    </div>
  );
}

interface OneProps {
  readonly table: Table;
  readonly row: string;
  readonly name: string;
  readonly value: unknown;
  readonly device: string | undefined;
}

/** One field; what is wrong with it is said above the fold. */
function One({ table, row, name, value, device }: OneProps) {
  const words = useMessage();
  const worst = useWorst(table, row, name);
  const field = fieldOf(table, name);
  if (!field) return null;
  return (
    <FieldInput
      table={table}
      name={name}
      field={field}
      value={value}
      worst={worst}
      device={name === 'shares' ? undefined : device}
      row={row}
      onCommit={(text) => {
        const problem = changeField({ table, row, field: name, text });
        return problem && words(problem);
      }}
    />
  );
}

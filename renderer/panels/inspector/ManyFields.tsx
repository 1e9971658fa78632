import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { interfacesByDevice } from '../../../shared/model/edit/ports.ts';
import type { Device, Interface, Link } from '../../../shared/model/topology.ts';
import { useText } from '../../i18n/text.tsx';
import type { Selection } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { canRunOnHost, RunsOn } from './RunsOn.tsx';
import { SharedChoice, SharedField } from './SharedField.tsx';

type Rows<Row> = readonly (readonly [id: string, row: Row])[];

/** The fields that everything selected has, each set for all in one step. */
export function ManyFields({ selection }: { readonly selection: Selection }) {
  const design = useStore(designStore, (state) => state.design);
  const devices: Rows<Device> = [...selection.devices].flatMap((id) => {
    const row = rowOf(design.devices, id);
    return row ? [[id, row] as const] : [];
  });
  const links: Rows<Link> = [...selection.links].flatMap((id) => {
    const row = rowOf(design.links, id);
    return row ? [[id, row] as const] : [];
  });
  const byDevice = interfacesByDevice(design);
  const interfaces = devices.flatMap(([id]) => byDevice.get(id) ?? []);
  const all = (fits: (device: Device) => boolean): boolean =>
    devices.length > 0 && devices.every(([, device]) => fits(device));
  if (devices.length + links.length === 0) return null;
  return (
    <div className="part">
      {all(canRunOnHost) && <RunsOn ids={devices.map(([id]) => id)} />}
      {all(isMachine) && <MachineFields devices={devices} />}
      {all(isSwitch) && <SwitchFields devices={devices} />}
      {all(isSwitch) && interfaces.length > 0 && <PortFields ports={interfaces} />}
      {interfaces.length > 0 && <MtuField interfaces={interfaces} />}
      {links.length > 0 && <LimitField links={links} />}
    </div>
  );
}

function MachineFields({ devices }: { readonly devices: Rows<Device> }) {
  const t = useText();
  return (
    <>
      <div className="card-pair">
        <SharedField
          table="devices"
          field="memoryMiB"
          label={t('ui/memory')}
          unit={t('ui/unit-mib')}
          values={valuesOf(devices, ({ memoryMiB }) => memoryMiB)}
        />
        <SharedField
          table="devices"
          field="cpus"
          label={t('ui/cpus')}
          values={valuesOf(devices, ({ cpus }) => cpus)}
        />
      </div>
      <SharedField table="devices" field="os" label={t('ui/os')} values={valuesOf(devices, ({ os }) => os)} />
    </>
  );
}

function SwitchFields({ devices }: { readonly devices: Rows<Device> }) {
  const t = useText();
  const yesOrNo = [
    { value: 'true', label: t('ui/yes') },
    { value: 'false', label: t('ui/no') },
  ];
  return (
    <>
      <SharedChoice
        table="devices"
        field="vlanAware"
        label={t('ui/vlan-aware')}
        choices={yesOrNo}
        values={valuesOf(devices, ({ vlanAware = true }) => vlanAware)}
      />
      <SharedChoice
        table="devices"
        field="physical"
        label={t('ui/physical')}
        choices={yesOrNo}
        values={valuesOf(devices, ({ physical = false }) => physical)}
      />
    </>
  );
}

function PortFields({ ports }: { readonly ports: Rows<Interface> }) {
  const t = useText();
  const areAccess = ports.every(([, { mode = 'access' }]) => mode === 'access');
  return (
    <>
      <SharedChoice
        table="interfaces"
        field="mode"
        label={t('ui/mode-of-all')}
        choices={[
          { value: 'access', label: t('ui/mode-access') },
          { value: 'trunk', label: t('ui/mode-trunk') },
        ]}
        values={valuesOf(ports, ({ mode = 'access' }) => mode)}
      />
      {areAccess && (
        <SharedField
          table="interfaces"
          field="vlan"
          label={t('ui/vlan-of-all')}
          placeholder="1"
          values={valuesOf(ports, ({ vlan }) => vlan)}
        />
      )}
    </>
  );
}

function MtuField({ interfaces }: { readonly interfaces: Rows<Interface> }) {
  const t = useText();
  return (
    <SharedField
      table="interfaces"
      field="mtu"
      label={t('ui/mtu-of-all', { count: interfaces.length })}
      unit={t('ui/unit-bytes')}
      placeholder="1500"
      values={valuesOf(interfaces, ({ mtu }) => mtu)}
    />
  );
}

function LimitField({ links }: { readonly links: Rows<Link> }) {
  const t = useText();
  return (
    <SharedField
      table="links"
      field="mtu"
      label={t('ui/mtu-limit')}
      unit={t('ui/unit-bytes')}
      placeholder={t('ui/none')}
      values={valuesOf(links, ({ mtu }) => mtu)}
    />
  );
}

function valuesOf<Row, Value>(rows: Rows<Row>, valueOf: (row: Row) => Value): Map<string, Value> {
  return new Map(rows.map(([id, row]) => [id, valueOf(row)]));
}

function isMachine({ kind, engine }: Device): boolean {
  return kind === 'vm' || (kind === 'router' && engine === undefined);
}

function isSwitch({ kind }: Device): boolean {
  return kind === 'switch';
}

import { useStore } from 'zustand';
import { rowOf, sortedRows } from '../../../shared/base/by-id.ts';
import type { Device } from '../../../shared/model/topology.ts';
import { placeDevices } from '../../actions/edit-many.ts';
import { useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { SelectField } from '../../ui/Field.tsx';
import { commonOf } from './common.ts';

/** Choices that are no ids, which have no colon. */
const here = ':here';
const various = ':various';

/** Whether a host can run a device: a cable or a switch of metal stands by itself. */
export function canRunOnHost({ kind, physical }: Device): boolean {
  return kind === 'vm' || kind === 'router' || (kind === 'switch' && physical !== true);
}

/** Which host of the lab runs one device, or several. */
export function RunsOn({ ids }: { readonly ids: readonly string[] }) {
  const t = useText();
  const devices = useStore(designStore, (state) => state.design.devices);
  const hosts = sortedRows(devices).filter(([, device]) => device.kind === 'host');
  const now = commonOf(ids.map((id) => rowOf(devices, id)?.on ?? here));
  const value = now.kind === 'same' ? now.value : various;
  return (
    <SelectField
      label={t('ui/runs-on')}
      value={value}
      choices={[
        ...(now.kind === 'different' ? [{ value: various, label: t('ui/different') }] : []),
        { value: here, label: t('ui/this-computer') },
        ...hosts.map(([id, host]) => ({ value: id, label: host.name })),
      ]}
      onChange={(chosen) => {
        if (chosen !== various) placeDevices(ids, chosen === here ? undefined : chosen);
      }}
    />
  );
}

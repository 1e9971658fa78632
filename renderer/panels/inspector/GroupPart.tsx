import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { changeName } from '../../actions/edit-rows.ts';
import { perform } from '../../actions/index.ts';
import { deviceIcon, goToThing } from '../../actions/things.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** One group: its name and its devices. */
export function GroupPart({ id }: { readonly id: string }) {
  const t = useText();
  const words = useMessage();
  const group = useStore(designStore, (state) => rowOf(state.design.groups, id));
  const devices = useStore(designStore, (state) => state.design.devices);
  if (!group) return null;
  const members = group.devices.flatMap((row) => {
    const device = rowOf(devices, row);
    return device ? [{ row, device }] : [];
  });
  return (
    <>
      <div className="part">
        <h2 className="part-title">
          <Icon name="group" size={20} />
          {t('ui/group')}
        </h2>
        <TextField
          isName
          label={t('ui/name')}
          value={group.name}
          onCommit={(name) => {
            const problem = changeName({ table: 'groups', row: id, name });
            return problem && words(problem);
          }}
        />
      </div>
      <div className="part">
        <h3>{t('ui/device-count', { count: members.length })}</h3>
        <ul className="ends members">
          {members.map(({ row, device }) => (
            <li key={row}>
              <Button
                look="quiet"
                icon={deviceIcon(device)}
                onClick={() => goToThing({ kind: 'device', row })}
              >
                {device.name}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <div className="part">
        <Button icon="ungroup" look="quiet" onClick={() => perform('ungroup')}>
          {t('command/ungroup')}
        </Button>
        <Button icon="remove" look="quiet" onClick={() => perform('remove')}>
          {t('ui/remove-group', { count: members.length })}
        </Button>
      </div>
    </>
  );
}

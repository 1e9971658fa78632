import { useState } from 'react';
import { useStore } from 'zustand';
import { sortedRows } from '../../../shared/base/by-id.ts';
import { labRow } from '../../../shared/model/design.ts';
import { addSubnetRow, changeName, removeRows } from '../../actions/edit-rows.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore, isShared } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';

/** The lab: its name, its size, its subnets. */
export function LabPart() {
  const t = useText();
  const words = useMessage();
  const lab = useStore(designStore, (state) => labRow(state.design));
  return (
    <>
      <div className="part">
        <h2>{t('ui/lab')}</h2>
        <TextField
          label={t('ui/name')}
          value={lab.name}
          onCommit={(name) => {
            const problem = changeName({ table: 'lab', row: 'lab', name });
            return problem && words(problem);
          }}
        />
        <RowField
          table="lab"
          row="lab"
          field="description"
          label={t('ui/description')}
          value={lab.description}
        />
        <RowFindings table="lab" row="lab" except={['description']} />
        <Sizes />
      </div>
      <Subnets />
    </>
  );
}

function Sizes() {
  const t = useText();
  const devices = useStore(designStore, (state) => Object.keys(state.design.devices).length);
  const links = useStore(designStore, (state) => Object.keys(state.design.links).length);
  const segments = useStore(analysisStore, (state) => state.network.segments.filter(isShared).length);
  return (
    <p className="muted sizes">
      {[
        t('ui/device-count', { count: devices }),
        t('ui/cable-count', { count: links }),
        t('ui/segment-count', { count: segments }),
      ].join(' · ')}
    </p>
  );
}

function Subnets() {
  const t = useText();
  const words = useMessage();
  const subnets = useStore(designStore, (state) => state.design.subnets);
  const [adding, setAdding] = useState(false);
  const rows = sortedRows(subnets);
  return (
    <div className="part">
      <h3>{t('ui/subnets')}</h3>
      {rows.length === 0 && !adding && <p className="muted">{t('ui/no-subnets')}</p>}
      {rows.map(([id, subnet]) => (
        <div key={id} className="card">
          <div className="card-pair">
            <RowField
              table="subnets"
              row={id}
              field="prefix"
              label={t('ui/prefix')}
              value={subnet.prefix}
              mono
            />
            <RowField
              table="subnets"
              row={id}
              field="gateway"
              label={t('ui/gateway')}
              value={subnet.gateway}
              mono
            />
            <IconButton
              icon="remove"
              name={t('ui/remove-named', { name: subnet.prefix })}
              onClick={() => removeRows([{ table: 'subnets', row: id }])}
            />
          </div>
          <RowFindings table="subnets" row={id} except={['prefix', 'gateway']} />
        </div>
      ))}
      {adding && (
        <TextField
          label={t('ui/new-prefix')}
          value=""
          placeholder="10.0.20.0/24"
          mono
          onCommit={(prefix) => {
            if (prefix.trim() === '') {
              setAdding(false);
              return undefined;
            }
            const problem = addSubnetRow(prefix);
            if (!problem) setAdding(false);
            return problem && words(problem);
          }}
        />
      )}
      {!adding && (
        <Button icon="add" look="quiet" onClick={() => setAdding(true)}>
          {t('ui/add-subnet')}
        </Button>
      )}
    </div>
  );
}

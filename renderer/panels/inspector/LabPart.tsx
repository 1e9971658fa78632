import { useStore } from 'zustand';
import { labRow } from '../../../shared/model/design.ts';
import { changeName } from '../../actions/edit-rows.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore, isShared } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { TextField } from '../../ui/Field.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';
import { TableSection } from './tables/TableSection.tsx';
import { labTablesShown } from './tables/tables-of.ts';

/** The lab: its name, its size, its tables. */
export function LabPart() {
  const t = useText();
  const words = useMessage();
  const lab = useStore(designStore, (state) => labRow(state.design));
  return (
    <>
      <div className="part">
        <h2>{t('ui/lab')}</h2>
        <TextField
          isName
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
      {labTablesShown.map((table) => (
        <TableSection key={table} table={table} open={table === 'subnets'} />
      ))}
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

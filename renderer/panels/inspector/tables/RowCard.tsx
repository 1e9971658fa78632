import { useStore } from 'zustand';
import { rowOf } from '../../../../shared/base/by-id.ts';
import type { AddRow } from '../../../../shared/model/edit/add-row.ts';
import type { Field, Needed } from '../../../../shared/model/field.ts';
import { fields } from '../../../../shared/model/fields.ts';
import { changeField, removeRows } from '../../../actions/edit-rows.ts';
import { useMessage, useText } from '../../../i18n/text.tsx';
import { designStore } from '../../../stores/design-store.ts';
import { placeName } from '../../../stores/places.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { RowFindings, useWorst } from '../RowFindings.tsx';
import { FieldInput } from './FieldInput.tsx';

interface RowCardProps {
  readonly table: AddRow['table'];
  readonly id: string;
  /** Fields that the place says already. */
  readonly without: readonly string[];
}

/** One row of a table: what it needs first, the rest folded away. */
export function RowCard({ table, id, without }: RowCardProps) {
  const t = useText();
  const row = useStore(designStore, (state) => rowOf<object>(state.design[table], id));
  const name = useStore(designStore, (state) => placeName(state.design, { table, row: id }));
  if (!row) return null;
  const values = row as Readonly<Record<string, unknown>>;
  const shown = Object.entries<Field & Needed>(fields[table]).filter(([name]) => !without.includes(name));
  const isFirst = ([name, field]: (typeof shown)[number]) => field.needed || values[name] !== undefined;
  const more = shown.filter((one) => !isFirst(one));
  const input = ([name, field]: (typeof shown)[number]) => (
    <RowInput key={name} table={table} row={id} name={name} field={field} values={values} />
  );
  return (
    <div className="card table-card">
      <div className="card-head">
        <span className="card-name" title={id}>
          {name}
        </span>
        <IconButton
          icon="remove"
          name={t('ui/remove-named', { name })}
          onClick={() => removeRows([{ table, row: id }])}
        />
      </div>
      <div className="table-fields">{shown.filter(isFirst).map(input)}</div>
      <RowFindings table={table} row={id} except={Object.keys(fields[table])} />
      {more.length > 0 && (
        <details className="more">
          <summary>{t('ui/more-fields')}</summary>
          <div className="table-fields">{more.map(input)}</div>
        </details>
      )}
    </div>
  );
}

interface RowInputProps {
  readonly table: AddRow['table'];
  readonly row: string;
  readonly name: string;
  readonly field: Field & Needed;
  readonly values: Readonly<Record<string, unknown>>;
}

function RowInput({ table, row, name, field, values }: RowInputProps) {
  const words = useMessage();
  const worst = useWorst(table, row, name);
  const owner = values['device'];
  return (
    <FieldInput
      table={table}
      name={name}
      field={field}
      value={values[name]}
      worst={worst}
      device={typeof owner === 'string' ? owner : undefined}
      onCommit={(text) => {
        const problem = changeField({ table, row, field: name, text });
        return problem && words(problem);
      }}
    >
      <RowFindings table={table} row={row} field={name} />
    </FieldInput>
  );
}

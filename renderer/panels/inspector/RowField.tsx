import type { FieldTable } from '../../../shared/model/edit/set-field.ts';
import { changeField } from '../../actions/edit-rows.ts';
import { useMessage } from '../../i18n/text.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RowFindings, useWorst } from './RowFindings.tsx';

interface RowFieldProps {
  readonly table: FieldTable;
  readonly row: string;
  readonly field: string;
  readonly label: string;
  readonly value: string | number | undefined;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly offers?: readonly string[];
  /** What is kept of a typed text, where that is another than what is shown. */
  readonly read?: (typed: string) => string;
}

/** One field of one row, with what is wrong with it below. */
export function RowField({ table, row, field, value, read = asTyped, ...look }: RowFieldProps) {
  const words = useMessage();
  return (
    <TextField
      {...look}
      value={value === undefined ? '' : String(value)}
      worst={useWorst(table, row, field)}
      onCommit={(text) => {
        const problem = changeField({ table, row, field, text: read(text) });
        return problem && words(problem);
      }}
    >
      <RowFindings table={table} row={row} field={field} />
    </TextField>
  );
}

function asTyped(text: string): string {
  return text;
}

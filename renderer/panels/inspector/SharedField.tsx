import type { FieldTable } from '../../../shared/model/edit/set-field.ts';
import { changeFields } from '../../actions/edit-many.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { commonOf } from './common.ts';

/** A value as text; an absent one is the empty text. */
export type FieldValue = string | number | boolean | undefined;

interface SharedProps {
  readonly table: FieldTable;
  readonly field: string;
  readonly label: string;
  /** The rows by id, each with what it has. */
  readonly values: ReadonlyMap<string, FieldValue>;
}

interface SharedTextProps extends SharedProps {
  readonly unit?: string;
  readonly placeholder?: string;
}

/** One field of several rows as one: the value that all have, or that they differ. */
export function SharedField({ table, field, label, values, unit, placeholder }: SharedTextProps) {
  const t = useText();
  const words = useMessage();
  const now = commonOf([...values.values()].map(textOf));
  return (
    <TextField
      label={label}
      value={now.kind === 'same' ? now.value : ''}
      {...(unit !== undefined && { unit })}
      {...(now.kind === 'different'
        ? { placeholder: t('ui/different') }
        : placeholder !== undefined && { placeholder })}
      onCommit={(text) => {
        const problem = changeFields({ table, rows: [...values.keys()], field, text });
        return problem && words(problem);
      }}
    />
  );
}

interface SharedChoiceProps extends SharedProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The same for a field with few values. */
export function SharedChoice({ table, field, label, values, choices }: SharedChoiceProps) {
  const t = useText();
  const now = commonOf([...values.values()].map(textOf));
  return (
    <SelectField
      label={label}
      value={now.kind === 'same' ? now.value : ''}
      choices={[...(now.kind === 'different' ? [{ value: '', label: t('ui/different') }] : []), ...choices]}
      onChange={(text) => {
        if (text !== '') changeFields({ table, rows: [...values.keys()], field, text });
      }}
    />
  );
}

function textOf(value: FieldValue): string {
  return value === undefined ? '' : String(value);
}

import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { rowOf, sortedRows } from '../../../../shared/base/by-id.ts';
import { fieldLabel } from '../../../../shared/messages/catalogue.ts';
import { message } from '../../../../shared/messages/message.ts';
import type { Field } from '../../../../shared/model/field.ts';
import { useMessage, useText } from '../../../i18n/text.tsx';
import { designStore } from '../../../stores/design-store.ts';
import { placeName } from '../../../stores/places.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';

interface FieldInputProps {
  readonly table: string;
  readonly name: string;
  readonly field: Field & { readonly needed?: true };
  readonly value: unknown;
  readonly worst?: 'error' | 'warning' | 'hint' | undefined;
  /** Interfaces are offered of this device only. */
  readonly device?: string | undefined;
  /** The row itself, which it cannot refer to. */
  readonly row?: string | undefined;
  /** Takes the text as typed; gives back why it cannot be taken. */
  readonly onCommit: (text: string) => string | undefined;
  readonly children?: ReactNode;
}

/** The input that a field of the model wants, with its label, unit and default. */
export function FieldInput({
  table,
  name,
  field,
  value,
  worst,
  device,
  row,
  onCommit,
  children,
}: FieldInputProps) {
  const t = useText();
  const words = useMessage();
  const label = words(fieldLabel(table, name));
  if (field.type === 'choice' || field.type === 'flag') {
    const choices = field.type === 'flag' ? ['true', 'false'] : field.choices;
    const standard = field.standard === undefined ? undefined : choiceWords(String(field.standard));
    const none = field.needed
      ? t('ui/choose')
      : standard
        ? t('ui/by-default', { value: words(standard) })
        : t('ui/none');
    const chosen = typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
    return (
      <SelectField
        label={label}
        value={chosen}
        choices={[
          ...(field.needed && chosen !== '' ? [] : [{ value: '', label: none }]),
          ...choices.map((choice) => ({ value: choice, label: words(choiceWords(choice)) })),
        ]}
        onChange={(text) => void onCommit(text)}
      >
        {children}
      </SelectField>
    );
  }
  if (field.type === 'reference') {
    return (
      <Reference
        label={label}
        field={field}
        value={value}
        device={device}
        except={field.to === table ? row : undefined}
        onCommit={onCommit}
      >
        {children}
      </Reference>
    );
  }
  const unit = field.type === 'whole' && field.unit ? words(message(`unit/${field.unit}`)) : undefined;
  const standard =
    field.type === 'whole' && field.standard !== undefined ? String(field.standard) : undefined;
  const input = (
    <TextField
      label={label}
      value={textOf(value)}
      mono={isMono(field)}
      worst={worst}
      {...(unit !== undefined && { unit })}
      placeholder={standard ?? (field.needed ? '' : t('ui/none'))}
      onCommit={onCommit}
    >
      {children}
    </TextField>
  );
  return isLong(field) ? <div className="field-list">{input}</div> : input;
}

/** Lists and free words take the whole width. */
function isLong({ type }: Field): boolean {
  return type === 'list' || type === 'references';
}

interface ReferenceProps {
  readonly label: string;
  readonly field: Extract<Field, { type: 'reference' }> & { readonly needed?: true };
  readonly value: unknown;
  readonly device: string | undefined;
  readonly except: string | undefined;
  readonly onCommit: (text: string) => string | undefined;
  readonly children?: ReactNode;
}

function Reference({ label, field, value, device, except, onCommit, children }: ReferenceProps) {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  const chosen = typeof value === 'string' ? value : '';
  const rows = sortedRows<unknown>(design[field.to]).filter(([id]) => {
    if (id === except) return false;
    if (field.to === 'devices')
      return field.kinds === undefined || field.kinds.includes(rowOf(design.devices, id)?.kind ?? '');
    if (field.to === 'interfaces' && device !== undefined)
      return rowOf(design.interfaces, id)?.device === device;
    return true;
  });
  const known = rows.some(([id]) => id === chosen);
  return (
    <SelectField
      label={label}
      value={chosen}
      choices={[
        ...(field.needed && chosen !== ''
          ? []
          : [{ value: '', label: t(field.needed ? 'ui/choose' : 'ui/none') }]),
        ...(chosen !== '' && !known ? [{ value: chosen, label: chosen }] : []),
        ...rows.map(([id]) => ({ value: id, label: placeName(design, { table: field.to, row: id }) })),
      ]}
      onChange={(text) => void onCommit(text)}
    >
      {children}
    </SelectField>
  );
}

function choiceWords(choice: string): { id: string; values: Record<string, never> } {
  return { id: `choice/${choice}`, values: {} };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isMono(field: Field): boolean {
  return ['address', 'cidr', 'prefix', 'mac', 'list'].includes(field.type);
}

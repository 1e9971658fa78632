import { useState } from 'react';
import type { AddRow } from '../../../../shared/model/edit/add-row.ts';
import type { Field, Needed } from '../../../../shared/model/field.ts';
import { fields } from '../../../../shared/model/fields.ts';
import { addTableRow } from '../../../actions/edit-rows.ts';
import { useMessage, useText } from '../../../i18n/text.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FieldInput } from './FieldInput.tsx';

interface AddFormProps {
  readonly table: AddRow['table'];
  /** Fields that the place says. */
  readonly given: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}

/** Asks for what a new row needs; the rest is set afterwards, where the row stands. */
export function AddForm({ table, given, onDone }: AddFormProps) {
  const t = useText();
  const words = useMessage();
  const [row, setRow] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | undefined>();
  const asked = Object.entries<Field & Needed>(fields[table]).filter(
    ([name, field]) => !Object.hasOwn(given, name) && (field.needed || asksFor(table, name)),
  );
  const add = () => {
    const refused = addTableRow({ table, row: { ...row, ...given } });
    if (refused) setProblem(words(refused));
    else onDone();
  };
  return (
    <form
      className="card table-card"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="table-fields">
        {asked.map(([name, field]) => (
          <FieldInput
            key={name}
            table={table}
            name={name}
            field={field}
            value={row[name]}
            device={given['device']}
            onCommit={(text) => {
              setRow((now) => ({ ...now, [name]: text }));
              return undefined;
            }}
          />
        ))}
      </div>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="table-actions">
        <Button onClick={onDone}>{t('ui/cancel')}</Button>
        <button type="submit" className="button button-primary">
          {t('ui/add')}
        </button>
      </div>
    </form>
  );
}

/** Without these a row may be, and is seldom meant. */
function asksFor(table: string, name: string): boolean {
  return [
    'routes.via',
    'reservations.interface',
    'nat.outside',
    'firewall.ports',
    'firewall.protocol',
  ].includes(`${table}.${name}`);
}

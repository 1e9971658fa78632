import { useState } from 'react';
import { useStore } from 'zustand';
import { sortedRows } from '../../../../shared/base/by-id.ts';
import { message } from '../../../../shared/messages/message.ts';
import type { AddRow } from '../../../../shared/model/edit/add-row.ts';
import { useMessage, useText } from '../../../i18n/text.tsx';
import { designStore } from '../../../stores/design-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { AddForm } from './AddForm.tsx';
import { RowCard } from './RowCard.tsx';

interface TableSectionProps {
  readonly table: AddRow['table'];
  /** Shows the rows that have these values, and gives them to new ones. */
  readonly given?: Readonly<Record<string, string>>;
  /** Whether a row has its place elsewhere. */
  readonly isElsewhere?: (row: object) => boolean;
  /** Shown unfolded at first. */
  readonly open?: boolean;
}

const nothing = {};

/** The rows of a table, of one device where it is given: folded, with their number. */
export function TableSection({ table, given = nothing, isElsewhere, open = false }: TableSectionProps) {
  const t = useText();
  const words = useMessage();
  const rows = useStore(designStore, (state) => state.design[table]);
  const [adding, setAdding] = useState(false);
  const fits = (row: object) =>
    Object.entries(given).every(([name, value]) => (row as Record<string, unknown>)[name] === value);
  const shown = sortedRows<object>(rows).filter(([, row]) => fits(row) && !isElsewhere?.(row));
  const title = words(message(`table/${table}`));
  return (
    <details className="part table-section" data-table={table} open={open}>
      <summary>
        <span>{title}</span>
        {shown.length > 0 && <span className="table-count">{shown.length}</span>}
      </summary>
      {shown.map(([id]) => (
        <RowCard key={id} table={table} id={id} without={Object.keys(given)} />
      ))}
      {adding ? (
        <AddForm table={table} given={given} onDone={() => setAdding(false)} />
      ) : (
        <Button icon="add" look="quiet" onClick={() => setAdding(true)}>
          {t('ui/add-to', { table: title })}
        </Button>
      )}
    </details>
  );
}

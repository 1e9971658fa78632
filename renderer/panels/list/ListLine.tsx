import type { MouseEvent } from 'react';
import { deviceIcon } from '../../actions/things.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { type Column, columns } from './columns.ts';
import type { ListRow } from './rows.ts';

interface LineProps {
  readonly row: ListRow;
  /** Its place in the whole list. */
  readonly index: number;
  readonly isSelected: boolean;
  /** The row that Tab reaches. */
  readonly isStart: boolean;
  readonly onClick: (event: MouseEvent, index: number) => void;
}

/** One device of the list. */
export function ListLine({ row, index, isSelected, isStart, onClick }: LineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the table takes the keys of its rows
    <tr
      className={isSelected ? 'list-line list-line-selected' : 'list-line'}
      data-row={row.id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isStart ? 0 : -1}
      data-list-start={isStart || undefined}
      onClick={(event) => onClick(event, index)}
    >
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

function Cell({ column, row }: { readonly column: Column; readonly row: ListRow }) {
  const t = useText();
  const words = useMessage();
  const text = column.text(row, words);
  switch (column.id) {
    case 'device':
      return (
        <th scope="row" title={text}>
          <span className="list-device-name">
            <Icon name={deviceIcon(row.device)} size={14} />
            {text}
          </span>
        </th>
      );
    case 'problems': {
      const [worst] = row.problems;
      return (
        <td>
          {worst && (
            <span className="problem-count">
              <SeverityMark severity={worst.severity} name={t(`ui/severity-${worst.severity}`)} />
              {text}
            </span>
          )}
        </td>
      );
    }
    default:
      return (
        <td className={column.id === 'interfaces' ? 'mono' : undefined} title={text}>
          {text}
        </td>
      );
  }
}

import type { Message } from '../../../shared/messages/message.ts';
import { message } from '../../../shared/messages/message.ts';
import { deviceWord } from '../../actions/things.ts';
import type { UiId } from '../../i18n/text.tsx';
import type { ListRow } from './rows.ts';

type Words = (one: Message) => string;

export interface Column {
  readonly id: 'device' | 'kind' | 'host' | 'interfaces' | 'vlan' | 'cabled' | 'problems';
  readonly label: UiId;
  /** What stands in the cell, and what it is sorted by. */
  readonly text: (row: ListRow, words: Words) => string;
}

/** The columns of the list, in order. */
export const columns: readonly Column[] = [
  { id: 'device', label: 'ui/list-device', text: ({ device }) => device.name },
  { id: 'kind', label: 'ui/list-kind', text: ({ device }, words) => words(deviceWord(device)) },
  {
    id: 'host',
    label: 'ui/runs-on',
    text: ({ host, device }, words) =>
      host ?? (runsSomewhere(device.kind) ? words(message('ui/this-computer')) : ''),
  },
  {
    id: 'interfaces',
    label: 'ui/interfaces',
    text: ({ device, interfaces, ports }, words) =>
      device.kind === 'switch'
        ? words(message('ui/port-count', { count: ports }))
        : interfaces.join(', ') || words(message('ui/none')),
  },
  { id: 'vlan', label: 'ui/vlan', text: ({ vlans }) => vlans.join(', ') },
  {
    id: 'cabled',
    label: 'ui/list-cabled',
    text: ({ cabledTo }, words) => cabledTo.join(', ') || words(message('ui/no-cable')),
  },
  {
    id: 'problems',
    label: 'ui/problems',
    text: ({ problems }) => (problems.length === 0 ? '' : String(problems.length)),
  },
];

export interface Order {
  readonly by: Column['id'];
  readonly down: boolean;
}

/** Rows in the order of a column; numbers in texts count as numbers, and equals go by name. */
export function sorted(rows: readonly ListRow[], order: Order, words: Words, tag: string): ListRow[] {
  const { compare } = new Intl.Collator(tag, { numeric: true });
  const column = columns.find(({ id }) => id === order.by);
  const keyed = rows.map((row) => ({ row, key: column?.text(row, words) ?? '' }));
  const sign = order.down ? -1 : 1;
  return keyed
    .sort((a, b) => sign * compare(a.key, b.key) || compare(a.row.device.name, b.row.device.name))
    .map(({ row }) => row);
}

function runsSomewhere(kind: string): boolean {
  return kind !== 'host' && kind !== 'internet';
}

import { type KeyboardEvent, type MouseEvent, useContext, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { formatMessage } from '../../../shared/messages/catalogue.ts';
import type { Message } from '../../../shared/messages/message.ts';
import { focusName } from '../../actions/focus.ts';
import { LocaleContext, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { bringIntoView, canvasStore, select } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { isComposing } from '../../ui/composing.ts';
import { columns, type Order, sorted } from './columns.ts';
import { ListLine } from './ListLine.tsx';
import { listRows } from './rows.ts';
import { useWindow } from './use-window.ts';

/** The lab as a table: the canvas in words, for a screen reader and for everyone who wants to compare. */
export function LabList() {
  const t = useText();
  const locale = useContext(LocaleContext);
  const design = useStore(designStore, (state) => state.design);
  const { network, byDevice } = useStore(analysisStore);
  const marked = useStore(canvasStore, (state) => state.devices);
  const groups = useStore(canvasStore, (state) => state.groups);
  /** A group that is selected stands for its devices. */
  const selected = useMemo(() => {
    const members = [...groups].flatMap((id) => rowOf(design.groups, id)?.devices ?? []);
    return new Set([...marked, ...members]);
  }, [marked, groups, design]);
  const [order, setOrder] = useState<Order>({ by: 'device', down: false });
  const [lastUsed, setLastUsed] = useState<string | undefined>();
  const anchor = useRef(0);
  const rows = useMemo(() => {
    const words = (one: Message) => formatMessage(one, locale);
    return sorted(listRows({ design, network, byDevice }), order, words, locale.tag);
  }, [design, network, byDevice, order, locale]);
  const { frame, first, shown, before, after, reveal } = useWindow(rows);

  if (rows.length === 0) {
    return (
      <p className="list-none" data-list-start tabIndex={-1}>
        {t('ui/list-none')}
      </p>
    );
  }
  const found = rows.findIndex(({ id }) => id === lastUsed);
  const isShown = found >= first && found < first + shown.length;
  /** The one row that Tab reaches. */
  const start = found >= 0 && isShown ? found : first;

  const goTo = (index: number, keep: 'one' | 'range' | 'toggle') => {
    const row = rows[index];
    if (!row) return;
    setLastUsed(row.id);
    if (keep !== 'range') anchor.current = index;
    if (keep === 'one') select({ devices: [row.id] });
    else if (keep === 'range') {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      select({ devices: rows.slice(from, to + 1).map(({ id }) => id) });
    } else {
      const devices = new Set(marked);
      if (!devices.delete(row.id)) devices.add(row.id);
      canvasStore.setState({ devices });
    }
    bringIntoView({ kind: 'devices', devices: [row.id] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const last = rows.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, start + 1),
      ArrowUp: Math.max(0, start - 1),
      PageDown: Math.min(last, start + 8),
      PageUp: Math.max(0, start - 8),
      Home: 0,
      End: last,
    };
    const index = to[event.key];
    if (index !== undefined) {
      event.preventDefault();
      goTo(index, event.shiftKey ? 'range' : 'one');
      reveal(index);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      goTo(start, 'one');
      focusName();
    } else if (event.key === ' ') {
      event.preventDefault();
      goTo(start, event.ctrlKey || event.metaKey ? 'toggle' : 'one');
    }
  };
  const onClick = (event: MouseEvent, index: number) =>
    goTo(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');

  return (
    <div ref={frame} className="list-frame">
      <table
        className="list"
        aria-label={t('ui/list')}
        aria-rowcount={rows.length + 1}
        role="grid"
        aria-multiselectable="true"
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, label }) => (
              <th
                key={id}
                scope="col"
                className={`list-${id}`}
                aria-sort={order.by !== id ? 'none' : order.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  className="list-head"
                  onClick={() => setOrder({ by: id, down: order.by === id && !order.down })}
                >
                  {t(label)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {shown.map((row, index) => (
            <ListLine
              key={row.id}
              row={row}
              index={first + index}
              isSelected={selected.has(row.id)}
              isStart={first + index === start}
              onClick={onClick}
            />
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

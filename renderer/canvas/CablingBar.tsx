import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { rowOf } from '../../shared/base/by-id.ts';
import { endCabling } from '../actions/cable.ts';
import { useText } from '../i18n/text.tsx';
import { canvasStore } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { IconButton } from '../ui/Button.tsx';
import { isComposing } from '../ui/composing.ts';
import { focusNode } from './focus-node.ts';

const most = 50;

/** Asks where the cable goes that was begun by keyboard. A click on a device answers too. */
export function CablingBar() {
  const from = useStore(canvasStore, (state) => state.cabling);
  const name = useStore(designStore, (state) => rowOf(state.design.devices, from)?.name);
  return from === undefined || name === undefined ? null : <Bar key={from} from={from} name={name} />;
}

function Bar({ from, name }: { readonly from: string; readonly name: string }) {
  const t = useText();
  const id = useId();
  const devices = useStore(designStore, (state) => state.design.devices);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return Object.entries(devices)
      .filter(([one, device]) => one !== from && device.name.toLowerCase().includes(wanted))
      .map(([one, device]) => ({ id: one, name: device.name }))
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
      .slice(0, most);
  }, [devices, from, text]);
  const end = (at?: string) => {
    endCabling(at);
    focusNode(from);
  };
  return (
    <div className="cabling">
      <label htmlFor={id}>{t('ui/cable-from', { name })}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] && `${id}-${active}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('ui/cable-find')}
        value={text}
        ref={(field) => field?.focus({ preventScroll: true })}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') end();
          else if (event.key === 'Enter') end(found[active]?.id);
          else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <IconButton icon="close" name={t('ui/cancel')} onClick={() => end()} />
      {found.length === 0 ? (
        <p className="cabling-none">{t('ui/cable-nothing')}</p>
      ) : (
        <ul id={`${id}-list`} role="listbox" aria-label={t('ui/cable-from', { name })}>
          {found.map((one, index) => (
            <li
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              ref={index === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => end(one.id)}
            >
              {one.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

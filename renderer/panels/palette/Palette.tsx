import { useState } from 'react';
import { paletteEntries, paletteIcons, type PaletteEntry } from '../../../shared/kinds/composites.ts';
import { message } from '../../../shared/messages/message.ts';
import { addDevices } from '../../actions/add-device.ts';
import { addNoteAt } from '../../actions/notes.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { canvasStore } from '../../stores/canvas-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { HowMany } from './HowMany.tsx';
import './palette.css';

/** What can be added: dragged to a place, or put in the middle by a click or Enter; several at once where that is said. */
export function Palette() {
  const t = useText();
  const words = useMessage();
  const [count, setCount] = useState(1);
  const add = (entry: PaletteEntry) => {
    addDevices({ entry, count });
    setCount(1);
  };
  return (
    <nav className="palette" aria-label={t('ui/palette')}>
      <div className="palette-head">
        <h2>{t('ui/palette')}</h2>
        <HowMany count={count} onChange={setCount} />
      </div>
      <ul>
        {paletteEntries.map((entry) => (
          <Entry
            key={entry}
            entry={entry}
            icon={paletteIcons[entry]}
            name={words(message(`kind/palette/${entry}`))}
            about={words(message(`kind/palette/${entry}/about`))}
            count={count}
            onAdd={() => add(entry)}
            onDropped={() => setCount(1)}
          />
        ))}
      </ul>
      <h3>{t('ui/palette-shapes')}</h3>
      <ul>
        <Entry
          entry="note"
          icon="note"
          name={t('ui/palette-note')}
          about={t('ui/palette-note-about')}
          count={1}
          onAdd={() => addNoteAt()}
        />
      </ul>
      <p className="palette-help">{t('ui/palette-help')}</p>
    </nav>
  );
}

interface EntryProps {
  readonly entry: PaletteEntry | 'note';
  readonly icon: string;
  readonly name: string;
  readonly about: string;
  readonly count: number;
  readonly onAdd: () => void;
  readonly onDropped?: () => void;
}

function Entry({ entry, icon, name, about, count, onAdd, onDropped }: EntryProps) {
  const t = useText();
  return (
    <li>
      <button
        type="button"
        className="palette-entry"
        draggable
        data-entry={entry}
        onClick={onAdd}
        onDragStart={(event) => {
          event.dataTransfer.setData('application/x-netloom-device', entry);
          event.dataTransfer.effectAllowed = 'copy';
          canvasStore.setState({ carried: { entry, count } });
        }}
        onDragEnd={(event) => {
          canvasStore.setState({ carried: undefined });
          if (event.dataTransfer.dropEffect !== 'none') onDropped?.();
        }}
      >
        <Icon name={icon} size={20} />
        <span className="palette-words">
          <span className="palette-name">
            {name}
            {count > 1 && <span className="palette-times">{t('ui/times', { count })}</span>}
          </span>
          <span className="palette-about">{about}</span>
        </span>
      </button>
    </li>
  );
}

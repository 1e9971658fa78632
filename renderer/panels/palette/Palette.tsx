import { paletteEntries, paletteIcons } from '../../../shared/kinds/composites.ts';
import { message } from '../../../shared/messages/message.ts';
import { addDeviceAt } from '../../actions/add-device.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** What can be added: dragged to a place, or put in the middle by a click or Enter. */
export function Palette() {
  const t = useText();
  const words = useMessage();
  return (
    <nav className="palette" aria-label={t('ui/palette')}>
      <h2>{t('ui/palette')}</h2>
      <ul>
        {paletteEntries.map((entry) => (
          <li key={entry}>
            <button
              type="button"
              className="palette-entry"
              draggable
              data-entry={entry}
              onClick={() => addDeviceAt(entry)}
              onDragStart={(event) => {
                event.dataTransfer.setData('application/x-netloom-device', entry);
                event.dataTransfer.effectAllowed = 'copy';
              }}
            >
              <Icon name={paletteIcons[entry]} size={20} />
              <span className="palette-words">
                <span className="palette-name">{words(message(`kind/palette/${entry}`))}</span>
                <span className="palette-about">{words(message(`kind/palette/${entry}/about`))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="palette-help">{t('ui/palette-help')}</p>
    </nav>
  );
}

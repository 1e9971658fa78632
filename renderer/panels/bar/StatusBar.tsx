import { useStore } from 'zustand';
import { useText } from '../../i18n/text.tsx';
import { analysisStore, isShared } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { sessionStore } from '../../stores/session-store.ts';
import { Icon } from '../../ui/Icon.tsx';

/** One line: VirtualBox, where the lab lives, how large it is. */
export function StatusBar() {
  const t = useText();
  const virtualbox = useStore(sessionStore, (state) => state.virtualbox);
  const connected = useStore(sessionStore, (state) => state.connected);
  const file = useStore(designStore, (state) => state.file);
  const devices = useStore(designStore, (state) => Object.keys(state.design.devices).length);
  const segments = useStore(analysisStore, (state) => state.network.segments.filter(isShared).length);
  return (
    <footer className="status-bar">
      {!connected ? (
        <span className="status-bad">{t('ui/lost-connection')}</span>
      ) : virtualbox === undefined ? (
        <span>{t('ui/virtualbox-looking')}</span>
      ) : virtualbox.found ? (
        <span className="status-good">
          <Icon name="done" size={14} />
          {t('ui/virtualbox-found', { version: virtualbox.version ?? '' })}
        </span>
      ) : (
        <span className="status-bad">{t('ui/virtualbox-missing')}</span>
      )}
      <span>{t('ui/this-computer')}</span>
      <span>
        {t('ui/device-count', { count: devices })}
        {' · '}
        {t('ui/segment-count', { count: segments })}
      </span>
      <span className="bar-space" />
      <span className="status-file">{file ?? t('ui/never-saved')}</span>
    </footer>
  );
}

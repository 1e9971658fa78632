import { useStore } from 'zustand';
import { openFile, save, unlessUnsaved } from '../../actions/files.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { notify, viewStore } from '../../stores/view-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { DraftOffers, UnreadableDrafts } from '../files/DraftOffers.tsx';

/** What just happened, and what the file did meanwhile; over the canvas, out of the way. */
export function Notices() {
  return (
    <div className="notices">
      <DraftOffers />
      <UnreadableDrafts />
      <OnDisk />
      <LastNotice />
    </div>
  );
}

function LastNotice() {
  const t = useText();
  const words = useMessage();
  const notice = useStore(viewStore, (state) => state.notice);
  if (!notice) return null;
  return (
    <div className={`notice notice-${notice.tone}`} role={notice.tone === 'error' ? 'alert' : 'status'}>
      {notice.tone === 'error' ? (
        <SeverityMark severity="error" name={t('ui/severity-error')} />
      ) : (
        <Icon name={notice.tone === 'hint' ? 'info' : 'done'} />
      )}
      <div className="notice-words">
        <p>{words(notice.message)}</p>
        {notice.detail && (
          <details>
            <summary>{t('ui/detail')}</summary>
            <pre>{notice.detail}</pre>
          </details>
        )}
      </div>
      <IconButton icon="close" name={t('ui/close')} onClick={() => notify(undefined)} />
    </div>
  );
}

/** The file moved on, or is no longer there. What is on the canvas stays until its person decides. */
function OnDisk() {
  const t = useText();
  const onDisk = useStore(viewStore, (state) => state.onDisk);
  const file = useStore(designStore, (state) => state.file);
  if (onDisk === 'same' || file === undefined) return null;
  return (
    <div className="notice notice-warning" role="alert">
      <SeverityMark severity="warning" name={t('ui/severity-warning')} />
      <p className="notice-words">
        {t(onDisk === 'gone' ? 'ui/gone-from-disk' : 'ui/changed-on-disk', { file })}
      </p>
      {onDisk === 'gone' ? (
        <Button onClick={() => void save()}>{t('ui/put-back')}</Button>
      ) : (
        <Button onClick={() => unlessUnsaved(() => void openFile(file))}>{t('ui/reload')}</Button>
      )}
      <IconButton icon="close" name={t('ui/close')} onClick={() => viewStore.setState({ onDisk: 'same' })} />
    </div>
  );
}

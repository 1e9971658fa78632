import { useStore } from 'zustand';
import { openFile } from '../../actions/files.ts';
import { Text, useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { notify, viewStore } from '../../stores/view-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';

/** What just happened, and what the file did meanwhile; over the canvas, out of the way. */
export function Notices() {
  return (
    <div className="notices">
      <ChangedOnDisk />
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
        <Icon name="done" />
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

function ChangedOnDisk() {
  const t = useText();
  const changed = useStore(viewStore, (state) => state.changedOnDisk);
  const file = useStore(designStore, (state) => state.file);
  if (!changed || file === undefined) return null;
  return (
    <div className="notice notice-warning" role="alert">
      <SeverityMark severity="warning" name={t('ui/severity-warning')} />
      <p className="notice-words">{t('ui/changed-on-disk', { file })}</p>
      <Button onClick={() => void openFile(file)}>
        <Text id="ui/reload" />
      </Button>
      <IconButton
        icon="close"
        name={t('ui/close')}
        onClick={() => viewStore.setState({ changedOnDisk: false })}
      />
    </div>
  );
}

import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { listFiles, openFile, openLocalFile } from '../../actions/files.ts';
import { useText } from '../../i18n/text.tsx';
import { closeDialog } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DialogNotice } from './DialogNotice.tsx';

type Files = CallOutput<'design.list'>['files'];

/** The labs of the workspace, or a file from anywhere on this computer. */
export function OpenDialog() {
  const t = useText();
  const [files, setFiles] = useState<Files | undefined>();
  useEffect(() => {
    void listFiles().then(setFiles);
  }, []);
  return (
    <Dialog
      title={t('ui/open-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <label className="button button-plain file-input">
            <Icon name="open" />
            <span>{t('ui/open-local')}</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void openLocalFile(file);
              }}
            />
          </label>
          <Button onClick={closeDialog}>{t('ui/cancel')}</Button>
        </>
      }
    >
      <DialogNotice />
      {files === undefined ? (
        <p className="muted">{t('ui/looking')}</p>
      ) : files.length === 0 ? (
        <p className="muted">{t('ui/open-none')}</p>
      ) : (
        <ul className="file-list">
          {files.map(({ file, bytes, modifiedMs }) => (
            <li key={file}>
              <button type="button" className="file-entry" onClick={() => void openFile(file)}>
                <span className="file-name">{file}</span>
                <span className="muted">
                  {t('ui/file-facts', {
                    size: Math.max(1, Math.round(bytes / 1024)),
                    date: dateOf(modifiedMs),
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function dateOf(modifiedMs: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(modifiedMs);
}

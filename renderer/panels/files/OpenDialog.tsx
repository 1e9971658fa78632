import './files.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { RecentView } from '../../../shared/contract/shapes.ts';
import {
  clearRecent,
  listFiles,
  listRecent,
  openFile,
  openFromSystem,
  openLocalFile,
  openRecent,
} from '../../actions/files.ts';
import { useText } from '../../i18n/text.tsx';
import { sessionStore } from '../../stores/session-store.ts';
import { closeDialog } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DialogNotice } from './DialogNotice.tsx';
import { timeWords } from './time-words.ts';

type Files = CallOutput<'design.list'>['files'];

/** The labs used last, those of the workspace, or a file from anywhere on this computer. */
export function OpenDialog() {
  const t = useText();
  const [files, setFiles] = useState<Files | undefined>();
  const [recent, setRecent] = useState<readonly RecentView[]>([]);
  useEffect(() => {
    void listFiles().then(setFiles);
    void listRecent().then(setRecent);
  }, []);
  // Each lab is listed once.
  const used = new Set(recent.map(({ file }) => file));
  const others = files?.filter(({ file }) => !used.has(file));
  return (
    <Dialog
      title={t('ui/open-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <FromComputer />
          <Button onClick={closeDialog}>{t('ui/cancel')}</Button>
        </>
      }
    >
      <DialogNotice />
      {recent.length > 0 && (
        <section aria-labelledby="recent-files">
          <div className="file-part">
            <h3 id="recent-files">{t('ui/recent')}</h3>
            <Button look="quiet" onClick={() => void clearRecent().then(setRecent)}>
              {t('ui/recent-clear')}
            </Button>
          </div>
          <RecentFiles files={recent} />
        </section>
      )}
      {files === undefined ? (
        <p className="muted">{t('ui/looking')}</p>
      ) : others?.length ? (
        <section aria-labelledby="folder-files">
          <div className="file-part">
            <h3 id="folder-files">
              {t(recent.length > 0 ? 'ui/others-in-this-folder' : 'ui/in-this-folder')}
            </h3>
          </div>
          <FolderFiles files={others} />
        </section>
      ) : (
        recent.length === 0 && <p className="muted">{t('ui/open-none')}</p>
      )}
    </Dialog>
  );
}

/** The dialog of the system, which gives the file a place; in a browser a copy is read. */
function FromComputer() {
  const t = useText();
  const dialogs = useStore(sessionStore, (state) => state.dialogs);
  if (dialogs) {
    return (
      <span className="first-action">
        <Button icon="open" onClick={() => void openFromSystem()}>
          {t('ui/open-local')}
        </Button>
      </span>
    );
  }
  return (
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
  );
}

function RecentFiles({ files }: { readonly files: readonly RecentView[] }) {
  const t = useText();
  return (
    <ul className="file-list">
      {files.map((one) => (
        <li key={one.path}>
          <button type="button" className="file-entry" onClick={() => void openRecent(one)}>
            <span className="file-place">
              <span className="file-name">{one.lab || one.path}</span>
              <span className="muted">{one.file ?? one.path}</span>
            </span>
            <span className="muted">
              {one.file === undefined ? t('ui/recent-elsewhere') : timeWords(one.usedMs)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function FolderFiles({ files }: { readonly files: Files }) {
  const t = useText();
  return (
    <ul className="file-list">
      {files.map(({ file, bytes, modifiedMs }) => (
        <li key={file}>
          <button type="button" className="file-entry" onClick={() => void openFile(file)}>
            <span className="file-name">{file}</span>
            <span className="muted">
              {t('ui/file-facts', {
                size: Math.max(1, Math.round(bytes / 1024)),
                date: timeWords(modifiedMs),
              })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

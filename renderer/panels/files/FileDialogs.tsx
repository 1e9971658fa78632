import { useStore } from 'zustand';
import { openFile, overwrite, save, saveAs } from '../../actions/files.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { sessionStore } from '../../stores/session-store.ts';
import { closeDialog, type DialogView, viewStore } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { DialogNotice } from './DialogNotice.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { SaveAsDialog } from './SaveAsDialog.tsx';

/** The dialog about files that is open, if one is. */
export function FileDialogs() {
  const dialog = useStore(viewStore, (state) => state.dialog);
  switch (dialog?.kind) {
    case 'open':
      return <OpenDialog />;
    case 'save-as':
      return <SaveAsDialog proceed={dialog.proceed} />;
    case 'unreadable':
      return <Unreadable {...dialog} />;
    case 'changed':
      return <Changed file={dialog.file} proceed={dialog.proceed} />;
    case 'exists':
      return <Exists file={dialog.file} proceed={dialog.proceed} />;
    case 'unsaved':
      return <Unsaved proceed={dialog.proceed} />;
    case 'commands':
    case 'plan':
    case 'shortcuts':
    case undefined:
      return null;
  }
}

type UnreadableProps = Omit<Extract<DialogView, { kind: 'unreadable' }>, 'kind'>;

function Unreadable({ file, diagnostics }: UnreadableProps) {
  const t = useText();
  const words = useMessage();
  return (
    <Dialog
      title={t('ui/unreadable', { file })}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <Button look="primary" onClick={closeDialog}>
          {t('ui/close')}
        </Button>
      }
    >
      <DialogNotice />
      <p>{t('ui/unreadable-about')}</p>
      <ul className="file-problems">
        {diagnostics.map((one) => (
          <li key={`${one.code} ${one.position?.line} ${one.position?.column} ${words(one.message)}`}>
            <SeverityMark severity={one.severity} name={t(`ui/severity-${one.severity}`)} />
            {one.position && (
              <span className="mono file-position">
                {t('ui/position', { line: one.position.line, column: one.position.column })}
              </span>
            )}
            <span>
              {words(one.message)}
              {one.hint && <span className="muted"> {words(one.hint)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface SavingProps {
  readonly file: string;
  /** What was to be done once the lab is saved. */
  readonly proceed: (() => void) | undefined;
}

function Exists({ file, proceed }: SavingProps) {
  const t = useText();
  return (
    <Dialog
      title={t('ui/exists-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{t('ui/cancel')}</Button>
          <Button onClick={() => void saveAs(proceed)}>{t('ui/other-name')}</Button>
          <Button look="danger" onClick={() => void overwrite(file, proceed)}>
            {t('ui/replace')}
          </Button>
        </>
      }
    >
      <p>{t('ui/exists-about', { file })}</p>
      <DialogNotice />
    </Dialog>
  );
}

function Changed({ file, proceed }: SavingProps) {
  const t = useText();
  return (
    <Dialog
      title={t('ui/changed-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{t('ui/cancel')}</Button>
          <Button onClick={() => void openFile(file)}>{t('ui/reload')}</Button>
          <Button look="danger" onClick={() => void overwrite(file, proceed)}>
            {t('ui/overwrite')}
          </Button>
        </>
      }
    >
      <p>{t('ui/changed-about', { file })}</p>
      <DialogNotice />
    </Dialog>
  );
}

function Unsaved({ proceed }: { readonly proceed: () => void }) {
  const t = useText();
  const writable = useStore(sessionStore, (state) => state.writable);
  return (
    <Dialog
      title={t('ui/unsaved-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{t('ui/keep-editing')}</Button>
          <Button
            look="danger"
            onClick={() => {
              closeDialog();
              proceed();
            }}
          >
            {t('ui/discard')}
          </Button>
          {writable && (
            <Button look="primary" onClick={() => void save(proceed)}>
              {t('ui/save-plain')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('ui/unsaved-about')}</p>
    </Dialog>
  );
}

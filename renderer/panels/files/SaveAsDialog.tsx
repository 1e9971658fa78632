import { type FormEvent, useId } from 'react';
import { useStore } from 'zustand';
import { saveTo, suggestedFile } from '../../actions/files.ts';
import { useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { closeDialog } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogNotice } from './DialogNotice.tsx';

/** Asks where a lab shall live from now on, in a browser. */
export function SaveAsDialog({ proceed }: { readonly proceed: (() => void) | undefined }) {
  const t = useText();
  const form = useId();
  const file = useStore(designStore, (state) => state.file);
  const version = useStore(designStore, (state) => state.version);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entry = new FormData(event.currentTarget).get('file');
    const typed = typeof entry === 'string' ? entry.trim() : '';
    if (typed === '') return;
    const named = typed.endsWith('.netloom.json') ? typed : `${typed.replace(/\.json$/, '')}.netloom.json`;
    void saveTo(named, named === file ? version : undefined, proceed);
  };
  return (
    <Dialog
      title={t('ui/save-title')}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={
        <>
          <Button onClick={closeDialog}>{t('ui/cancel')}</Button>
          <button type="submit" form={form} className="button button-primary">
            {t('ui/save-plain')}
          </button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <label className="field">
          <span className="field-label">{t('ui/file-name')}</span>
          <span className="field-box">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing the dialog asks for */}
            <input
              type="text"
              name="file"
              autoFocus
              defaultValue={suggestedFile()}
              spellCheck={false}
              autoComplete="off"
            />
          </span>
        </label>
        <p className="muted">{t('ui/save-about')}</p>
        <DialogNotice />
      </form>
    </Dialog>
  );
}

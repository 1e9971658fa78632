import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { perform } from '../../actions/index.ts';
import { editNote } from '../../actions/notes.ts';
import { useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** One note: its words. */
export function NotePart({ id }: { readonly id: string }) {
  const t = useText();
  const note = useStore(designStore, (state) => rowOf(state.design.notes, id));
  if (!note) return null;
  return (
    <>
      <div className="part">
        <h2 className="part-title">
          <Icon name="note" size={20} />
          {t('ui/thing-note')}
        </h2>
        <TextArea
          isName
          label={t('ui/note-text')}
          value={note.text}
          placeholder={t('ui/note-placeholder')}
          onCommit={(text) => editNote(id, { text })}
        />
      </div>
      <div className="part">
        <Button icon="remove" look="quiet" onClick={() => perform('remove')}>
          {t('ui/remove-note')}
        </Button>
      </div>
    </>
  );
}

import './files.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { DraftView } from '../../../shared/contract/shapes.ts';
import { discardDraft, hideUnreadableDrafts, postponeDraft, recoverDraft } from '../../actions/drafts.ts';
import { unlessUnsaved } from '../../actions/files.ts';
import { useText } from '../../i18n/text.tsx';
import { sessionStore } from '../../stores/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { timeWords } from './time-words.ts';

/** Work that an earlier session could not save; each is recovered, kept or discarded by itself. */
export function DraftOffers() {
  const t = useText();
  const drafts = useStore(sessionStore, (state) => state.drafts);
  if (drafts.length === 0) return null;
  return (
    <section className="notice draft-offers" aria-label={t('ui/draft-title')}>
      <div>
        <h2>{t('ui/draft-title')}</h2>
        <p className="muted">{t('ui/draft-about')}</p>
      </div>
      <ul>
        {drafts.map((draft, index) => (
          <Offer key={draft.draft} draft={draft} isFirst={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ draft, isFirst }: { readonly draft: DraftView; readonly isFirst: boolean }) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const { lab, path, file, writtenMs } = draft;
  const time = timeWords(writtenMs);
  const isLost = path !== undefined && file === undefined;
  return (
    <li className="draft-offer">
      <p>
        {path === undefined
          ? t('ui/draft-of-new', { time, lab })
          : t('ui/draft-of-file', { time, file: file ?? path })}
      </p>
      {isLost && <p className="muted">{t('ui/draft-out-of-reach')}</p>}
      <div className="draft-actions">
        <Button
          look={isFirst ? 'primary' : 'plain'}
          onClick={() => unlessUnsaved(() => void recoverDraft(draft))}
        >
          {t('ui/draft-recover')}
        </Button>
        <Button onClick={() => postponeDraft(draft.draft)}>{t('ui/draft-later')}</Button>
        {/* Nothing brings it back, so a second click is asked for. */}
        {isAsked ? (
          <Button look="danger" onClick={() => void discardDraft(draft.draft)}>
            {t('ui/draft-discard-sure')}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setAsked(true)}>
            {t('ui/draft-discard')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Files that should hold unsaved work and do not; they stay where they are. */
export function UnreadableDrafts() {
  const t = useText();
  const files = useStore(sessionStore, (state) => state.unreadableDrafts);
  if (files.length === 0) return null;
  return (
    <div className="notice notice-warning" role="status">
      <SeverityMark severity="warning" name={t('ui/severity-warning')} />
      <div className="notice-words">
        {files.map((file) => (
          <p key={file}>{t('ui/draft-unreadable', { file })}</p>
        ))}
      </div>
      <IconButton icon="close" name={t('ui/close')} onClick={hideUnreadableDrafts} />
    </div>
  );
}

import { useStore } from 'zustand';
import { useMessage } from '../../i18n/text.tsx';
import { viewStore } from '../../stores/view-store.ts';

/** What could not be done, inside the dialog that is open: what lies below a dialog cannot be read. */
export function DialogNotice() {
  const words = useMessage();
  const notice = useStore(viewStore, (state) => state.notice);
  if (notice === undefined || notice.tone === 'ok') return null;
  return (
    <div
      role={notice.tone === 'error' ? 'alert' : 'status'}
      className={notice.tone === 'error' ? 'field-problem' : 'dialog-hint'}
    >
      <p>{words(notice.message)}</p>
      {notice.detail && <pre>{notice.detail}</pre>}
    </div>
  );
}

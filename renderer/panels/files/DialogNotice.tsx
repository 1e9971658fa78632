import { useStore } from 'zustand';
import { useMessage } from '../../i18n/text.tsx';
import { viewStore } from '../../stores/view-store.ts';

/** What the host could not do, inside the dialog that asked for it: what lies below a dialog cannot be read. */
export function DialogNotice() {
  const words = useMessage();
  const notice = useStore(viewStore, (state) => state.notice);
  if (notice?.tone !== 'error') return null;
  return (
    <div role="alert" className="field-problem">
      <p>{words(notice.message)}</p>
      {notice.detail && <pre>{notice.detail}</pre>}
    </div>
  );
}

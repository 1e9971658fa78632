import { focusList } from '../../actions/focus-list.ts';
import { useText } from '../../i18n/text.tsx';

/** The first thing that Tab reaches: past the drawing, to the same lab as a list. */
export function SkipLink() {
  const t = useText();
  return (
    <button type="button" className="skip-link" onClick={focusList}>
      {t('ui/skip-to-list')}
    </button>
  );
}

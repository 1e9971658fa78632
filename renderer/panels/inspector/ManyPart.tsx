import { removeSelection } from '../../actions/edit-rows.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/Button.tsx';

export function ManyPart({ count }: { readonly count: number }) {
  const t = useText();
  return (
    <div className="part">
      <h2>{t('ui/selected-count', { count })}</h2>
      <Button icon="remove" onClick={removeSelection}>
        {t('ui/remove')}
      </Button>
    </div>
  );
}

import { useId, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { isComposing } from '../../ui/composing.ts';

const most = 100;

/** How many the next click or drag adds: typed, or stepped with the arrow keys and the buttons. */
export function HowMany({
  count,
  onChange,
}: {
  readonly count: number;
  readonly onChange: (count: number) => void;
}) {
  const t = useText();
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>();
  const set = (wanted: number) => {
    setDraft(undefined);
    onChange(Math.max(1, Math.min(most, wanted)));
  };
  return (
    <div className="how-many" title={t('ui/how-many')}>
      <label htmlFor={id}>{t('ui/how-many')}</label>
      <span className="how-many-box">
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('ui/fewer')}
          title={t('ui/fewer')}
          disabled={count === 1}
          onClick={() => set(count - 1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          role="spinbutton"
          aria-valuemin={1}
          aria-valuemax={most}
          aria-valuenow={count}
          autoComplete="off"
          value={draft ?? String(count)}
          onFocus={(event) => event.target.select()}
          onChange={({ target: { value } }) => {
            if (/^[0-9]{1,3}$/.test(value) && Number(value) >= 1) set(Number(value));
            else if (value === '') setDraft('');
          }}
          onBlur={() => setDraft(undefined)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'ArrowUp') set(count + 1);
            else if (event.key === 'ArrowDown') set(count - 1);
            else return;
            event.preventDefault();
          }}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('ui/more-of')}
          title={t('ui/more-of')}
          disabled={count === most}
          onClick={() => set(count + 1)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </span>
    </div>
  );
}

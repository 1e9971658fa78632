import { useId, useState } from 'react';
import { isComposing } from './composing.ts';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string;
  /** Names what is selected: the command to rename goes here. */
  readonly isName?: boolean;
}

/** Several lines of text, taken on leaving; Escape brings the old ones back. */
export function TextArea({ label, value, onCommit, placeholder, isName = false }: TextAreaProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <div className="field-box">
        <textarea
          id={id}
          rows={6}
          value={draft ?? value}
          placeholder={placeholder}
          data-name-field={isName || undefined}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => {
            if (draft !== undefined && draft !== value) onCommit(draft);
            setDraft(undefined);
          }}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== 'Escape') return;
            event.stopPropagation();
            setDraft(undefined);
          }}
        />
      </div>
    </div>
  );
}

import { type ReactNode, useId, useState } from 'react';
import { isComposing } from './composing.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called on Enter and on leaving; gives back why the text cannot be taken. */
  readonly onCommit: (text: string) => string | undefined;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly mono?: boolean;
  /** The label is for screen readers only. */
  readonly bare?: boolean;
  readonly worst?: 'error' | 'warning' | 'hint' | undefined;
  /** Names what is selected: the command to rename goes here. */
  readonly isName?: boolean;
  /** Texts that are offered; any other may be typed. */
  readonly offers?: readonly string[];
  /** A button at the end of the box. */
  readonly button?: ReactNode;
  readonly children?: ReactNode;
}

/** A text that is taken on Enter or on leaving; Escape brings the old one back, a refused one stays to be mended. */
export function TextField(props: TextFieldProps) {
  const { label, value, onCommit, unit, placeholder, mono = false, bare = false, worst, children } = props;
  const { isName = false, offers, button } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const commit = () => {
    if (draft === undefined) return;
    const refused = draft === value ? undefined : onCommit(draft);
    setProblem(refused);
    if (refused === undefined) setDraft(undefined);
  };
  const revert = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const mark = problem ? 'error' : worst;
  return (
    <div className={bare ? 'field field-bare' : 'field'}>
      <label htmlFor={id} className={bare ? 'hidden' : 'field-label'}>
        {label}
      </label>
      <div className={`field-box${mark ? ` field-${mark}` : ''}`}>
        <input
          id={id}
          type="text"
          className={mono ? 'mono' : undefined}
          value={draft ?? value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          data-name-field={isName || undefined}
          list={offers && `${id}-offers`}
          aria-invalid={mark === 'error'}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') {
              event.stopPropagation();
              revert();
            }
          }}
        />
        {unit && <span className="field-unit">{unit}</span>}
        {button}
      </div>
      {offers && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly bare?: boolean;
  readonly children?: ReactNode;
}

export function SelectField({ label, value, choices, onChange, bare = false, children }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={bare ? 'field field-bare' : 'field'}>
      <label htmlFor={id} className={bare ? 'hidden' : 'field-label'}>
        {label}
      </label>
      <div className="field-box">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
      {children}
    </div>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="field field-check">
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

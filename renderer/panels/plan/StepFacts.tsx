import { useState } from 'react';
import type { StepStateView, StepView } from '../../../shared/contract/shapes.ts';
import type { FieldText } from '../../../shared/plan/plan.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/Button.tsx';
import { Finding } from '../../ui/Finding.tsx';

interface StepFactsProps {
  readonly step: StepView;
  readonly state: StepStateView | undefined;
}

/** One step: its fields before and after, its exact commands, and why it failed if it did. */
export function StepFacts({ step, state }: StepFactsProps) {
  const t = useText();
  const words = useMessage();
  const failure = state?.diagnostic;
  return (
    <div className="step-facts">
      <h3>{words(step.label)}</h3>
      {step.reason && <p>{words(step.reason)}</p>}
      {step.destroys && <p className="step-loss">{t('ui/step-destroys')}</p>}
      {failure && (
        <Finding
          severity={failure.severity}
          severityName={t(`ui/severity-${failure.severity}`)}
          text={words(failure.message)}
          hint={failure.hint && words(failure.hint)}
        />
      )}
      {state?.kind === 'skipped' && (
        <p className="muted">
          {state.because === 'cancelled' ? t('ui/skipped-cancelled') : t('ui/skipped-needs')}
        </p>
      )}
      {step.fields.length > 0 && <Fields fields={step.fields} />}
      {step.commands.length > 0 && <Commands commands={step.commands} />}
    </div>
  );
}

function Fields({ fields }: { readonly fields: StepView['fields'] }) {
  const t = useText();
  const words = useMessage();
  const text = (one: FieldText | undefined): string =>
    one === undefined ? '–' : typeof one === 'string' ? one : words(one);
  return (
    <table className="step-fields">
      <thead>
        <tr>
          <th scope="col">{t('ui/field')}</th>
          <th scope="col">{t('ui/before')}</th>
          <th scope="col">{t('ui/after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={words(field)}>
            <th scope="row">{words(field)}</th>
            <td className="mono">{text(before)}</td>
            <td className="mono">{text(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Commands({ commands }: { readonly commands: readonly string[] }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const text = commands.join('\n');
  return (
    <div className="step-commands">
      <div className="step-commands-head">
        <h4>{t('ui/commands')}</h4>
        <Button
          look="quiet"
          icon={copied ? 'done' : 'copy'}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? t('ui/copied') : t('ui/copy')}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reachable by key */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
}

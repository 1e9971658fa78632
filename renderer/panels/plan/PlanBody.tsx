import { useState } from 'react';
import type { PlanView, StepStateView, StepView } from '../../../shared/contract/shapes.ts';
import { type UiId, useMessage, useText } from '../../i18n/text.tsx';
import { isElsewhere } from '../../../shared/plan/empty.ts';
import type { JobState } from '../../stores/job-store.ts';
import { Finding } from '../../ui/Finding.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Aside } from './Aside.tsx';
import { Result } from './Result.tsx';
import { StepFacts } from './StepFacts.tsx';

interface PlanBodyProps {
  readonly job: JobState;
  readonly plan: PlanView;
}

const marks: Readonly<Record<StepView['action'], { readonly mark: string; readonly look: string }>> = {
  create: { mark: '+', look: 'create' },
  update: { mark: '~', look: 'update' },
  replace: { mark: '±', look: 'update' },
  delete: { mark: '−', look: 'delete' },
  start: { mark: '▸', look: 'update' },
  stop: { mark: '■', look: 'delete' },
};

const nothing: Readonly<Record<PlanView['empty'], UiId>> = {
  same: 'ui/plan-nothing',
  'left-out': 'ui/plan-nothing-left-out',
  nothing: 'ui/plan-nothing-described',
};

/** The steps on the left, the one chosen on the right, what is left alone below. */
export function PlanBody({ job, plan }: PlanBodyProps) {
  const t = useText();
  const words = useMessage();
  const [chosen, setChosen] = useState<string | undefined>();
  const failed = plan.steps.find((step) => job.states[step.id]?.kind === 'failed');
  const step = plan.steps.find((one) => one.id === chosen) ?? failed ?? plan.steps[0];
  return (
    <div className="plan">
      <Result job={job} plan={plan} />
      {plan.obstacles.map((one) => (
        <Finding
          key={`${one.code} ${words(one.message)}`}
          severity={one.severity}
          severityName={t(`ui/severity-${one.severity}`)}
          text={words(one.message)}
          hint={one.hint && words(one.hint)}
        />
      ))}
      {plan.steps.length === 0 ? (
        <p className="plan-nothing">
          <Icon name="done" />{' '}
          {t(job.purpose === 'apply' ? nothing[plan.empty] : 'ui/destroy-nothing', {
            count: plan.leftOut.filter(isElsewhere).length,
          })}
        </p>
      ) : (
        <div className="plan-columns">
          <ol className="plan-steps" aria-label={t('ui/plan-steps')}>
            {plan.steps.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={one.id === step?.id ? 'plan-step plan-step-chosen' : 'plan-step'}
                  aria-current={one.id === step?.id}
                  onClick={() => setChosen(one.id)}
                >
                  <StepMark step={one} state={job.states[one.id]} started={job.stage !== 'ready'} />
                  <span>{words(one.label)}</span>
                </button>
              </li>
            ))}
          </ol>
          {step && <StepFacts key={step.id} step={step} state={job.states[step.id]} />}
        </div>
      )}
      <Aside plan={plan} />
    </div>
  );
}

interface MarkProps {
  readonly step: StepView;
  readonly state: StepStateView | undefined;
  readonly started: boolean;
}

/** Before the start: what kind of change. After: how far it is. */
function StepMark({ step, state, started }: MarkProps) {
  const t = useText();
  if (!started) {
    const { mark, look } = marks[step.action];
    return (
      <span className={`step-mark step-${look}`} role="img" aria-label={t(`ui/action-${step.action}`)}>
        {mark}
      </span>
    );
  }
  const kind = state?.kind ?? 'waiting';
  const icons = { waiting: '', running: 'busy', done: 'done', failed: 'close', skipped: 'right' } as const;
  return (
    <span className={`step-mark step-${kind}`} role="img" aria-label={t(`ui/step-${kind}`)}>
      {icons[kind] !== '' && <Icon name={icons[kind]} size={14} />}
    </span>
  );
}

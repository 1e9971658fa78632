import type { PlanView } from '../../../shared/contract/shapes.ts';
import { jobResult, progressOf, secondsOf } from '../../actions/job-result.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import type { JobState } from '../../stores/job-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';

/** How many changes there are, how far they are, or how it ended: one sentence. */
export function Result({ job, plan }: { readonly job: JobState; readonly plan: PlanView }) {
  const t = useText();
  const words = useMessage();
  const { done, total } = progressOf(job);
  if (job.stage === 'running') {
    return (
      <div className="plan-progress" role="status">
        <p>
          <Icon name="busy" /> {t('ui/applying', { done, total, seconds: secondsOf(job) })}
        </p>
        <progress value={done} max={total} aria-label={t('ui/progress')} />
      </div>
    );
  }
  if (job.stage === 'finished') {
    return (
      <p className={`plan-result plan-result-${job.outcome}`} role="status">
        {job.outcome === 'failed' ? (
          <SeverityMark severity="error" name={t('ui/severity-error')} />
        ) : (
          <Icon name="done" />
        )}
        {words(jobResult(job))}
      </p>
    );
  }
  if (total === 0) return null;
  const of = (...actions: string[]) => plan.steps.filter((step) => actions.includes(step.action)).length;
  return (
    <p className="plan-counts">
      {t('ui/plan-counts', {
        create: of('create'),
        change: of('update', 'replace', 'start', 'stop'),
        remove: of('delete'),
      })}
    </p>
  );
}

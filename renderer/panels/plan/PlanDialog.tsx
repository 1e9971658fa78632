import { useStore } from 'zustand';
import { cancelApply, makePlan, startApply } from '../../actions/plan.ts';
import { readTargetStatus } from '../../actions/start.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { type JobState, jobStore } from '../../stores/job-store.ts';
import { closeDialog } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { DialogNotice } from '../files/DialogNotice.tsx';
import { PlanBody } from './PlanBody.tsx';

/** What applying the lab will do, then doing it. */
export function PlanDialog() {
  const t = useText();
  const job = useStore(jobStore);
  const title = job.purpose === 'apply' ? t('ui/plan-title') : t('ui/destroy-title');
  return (
    <Dialog
      wide
      title={title}
      closeName={t('ui/close')}
      onClose={closeDialog}
      actions={<Actions job={job} />}
    >
      <DialogNotice />
      {job.stage === 'planning' ? (
        <p className="plan-wait">
          <Icon name="busy" /> {t('ui/plan-making')}
        </p>
      ) : job.plan && job.stage !== 'refused' ? (
        <PlanBody job={job} plan={job.plan} />
      ) : (
        <Refused job={job} />
      )}
    </Dialog>
  );
}

function Refused({ job }: { readonly job: JobState }) {
  const t = useText();
  const words = useMessage();
  if (!job.problem) return null;
  return (
    <div className="plan-refused" role="alert">
      <SeverityMark severity="error" name={t('ui/severity-error')} />
      <div>
        <p>{words(job.problem.message)}</p>
        {job.problem.code === 'unavailable' && <p className="muted">{t('ui/virtualbox-missing-about')}</p>}
        {job.problem.detail && (
          <details>
            <summary>{t('ui/detail')}</summary>
            <pre>{job.problem.detail}</pre>
          </details>
        )}
      </div>
    </div>
  );
}

function Actions({ job }: { readonly job: JobState }) {
  const t = useText();
  const count = job.plan?.steps.length ?? 0;
  switch (job.stage) {
    case 'planning':
      return <Button onClick={closeDialog}>{t('ui/cancel')}</Button>;
    case 'running':
      return (
        <>
          <span className="muted plan-note">{t('ui/cancel-about')}</span>
          <Button onClick={() => void cancelApply()} disabled={job.cancelling || job.job === undefined}>
            {job.cancelling ? t('ui/cancelling') : t('ui/cancel-apply')}
          </Button>
        </>
      );
    case 'refused':
    case 'finished':
      return (
        <>
          <Button
            onClick={() => {
              void readTargetStatus();
              void makePlan(job.purpose);
            }}
          >
            {t('ui/plan-again')}
          </Button>
          <Button look="primary" onClick={closeDialog}>
            {t('ui/close')}
          </Button>
        </>
      );
    case 'ready': {
      const blocked = job.plan?.obstacles.some((one) => one.severity === 'error') ?? true;
      const destroys = job.plan?.steps.some((step) => step.destroys) ?? false;
      return (
        <>
          {blocked && <span className="muted plan-note">{t('ui/plan-blocked')}</span>}
          <Button onClick={closeDialog}>{count === 0 ? t('ui/close') : t('ui/cancel')}</Button>
          {count > 0 && (
            <Button
              look={destroys ? 'danger' : 'primary'}
              disabled={blocked}
              onClick={() => void startApply()}
            >
              {job.purpose === 'apply' ? t('ui/apply-count', { count }) : t('ui/destroy-count', { count })}
            </Button>
          )}
        </>
      );
    }
  }
}

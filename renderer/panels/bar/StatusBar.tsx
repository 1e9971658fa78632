import { useStore } from 'zustand';
import { progressOf } from '../../actions/job-result.ts';
import { showJob } from '../../actions/plan.ts';
import { useText } from '../../i18n/text.tsx';
import { analysisStore, isShared } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { jobStore } from '../../stores/job-store.ts';
import { sessionStore } from '../../stores/session-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Preferences } from './Preferences.tsx';

/** One line: VirtualBox, where the lab lives, how large it is; how the window looks and speaks. */
export function StatusBar() {
  const t = useText();
  const virtualbox = useStore(sessionStore, (state) => state.virtualbox);
  const connected = useStore(sessionStore, (state) => state.connected);
  const file = useStore(designStore, (state) => state.file);
  const devices = useStore(designStore, (state) => Object.keys(state.design.devices).length);
  const segments = useStore(analysisStore, (state) => state.network.segments.filter(isShared).length);
  return (
    <footer className="status-bar" data-area="status" aria-label={t('ui/status-bar')}>
      {!connected ? (
        <span className="status-bad">{t('ui/lost-connection')}</span>
      ) : virtualbox === undefined ? (
        <span>{t('ui/virtualbox-looking')}</span>
      ) : virtualbox.found ? (
        <span className="status-good">
          <Icon name="done" size={14} />
          {t('ui/virtualbox-found', { version: virtualbox.version ?? '' })}
        </span>
      ) : (
        <span className="status-bad">{t('ui/virtualbox-missing')}</span>
      )}
      <span>{t('ui/this-computer')}</span>
      <span>
        {t('ui/device-count', { count: devices })}
        {' · '}
        {t('ui/segment-count', { count: segments })}
      </span>
      <RunningJob />
      <span className="bar-space" />
      <span className="status-file">{file ?? t('ui/never-saved')}</span>
      <Preferences />
    </footer>
  );
}

/** The apply under way, whose dialog may be closed: a click shows it again. */
function RunningJob() {
  const t = useText();
  const job = useStore(jobStore);
  if (job.stage !== 'running') return null;
  const id = job.purpose === 'apply' ? 'ui/applying-now' : 'ui/destroying-now';
  return (
    <button type="button" className="status-job" title={t('ui/show-progress')} onClick={showJob}>
      <Icon name="busy" size={14} />
      {t(id, progressOf(job))}
    </button>
  );
}

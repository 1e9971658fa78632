import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { countBySeverity } from '../../../shared/diagnostics/summarise.ts';
import { safelyFixed } from '../../actions/fix.ts';
import { perform } from '../../actions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { openProblems, viewStore } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { LabList } from '../list/LabList.tsx';
import { Problems } from '../problems/Problems.tsx';

const severities = ['error', 'warning', 'hint'] as const;

/** Below the canvas: what is wrong, or the lab as a list; a line while both are folded away. */
export function BottomPanel() {
  const t = useText();
  const open = useStore(viewStore, (state) => state.bottom);
  return (
    <section
      className={open ? `bottom bottom-open bottom-${open}` : 'bottom'}
      data-area="bottom"
      aria-label={t('ui/bottom')}
    >
      <div className="bottom-head">
        <button
          type="button"
          className="bottom-tab problems-toggle"
          aria-expanded={open === 'problems'}
          onClick={() => perform('problems')}
        >
          <Icon name={open === 'problems' ? 'down' : 'right'} />
          <span>{t('ui/problems')}</span>
          <Counts />
        </button>
        <button
          type="button"
          className="bottom-tab"
          aria-expanded={open === 'list'}
          onClick={() => perform('list')}
        >
          <Icon name={open === 'list' ? 'down' : 'right'} />
          <span>{t('ui/list')}</span>
        </button>
        {open === 'problems' && <OnlyOf />}
        {open === 'problems' && <FixAll />}
      </div>
      {open === 'problems' && <Problems />}
      {open === 'list' && <LabList />}
    </section>
  );
}

function Counts() {
  const t = useText();
  const diagnostics = useStore(analysisStore, (state) => state.diagnostics);
  const counts = countBySeverity(diagnostics);
  return severities.map((severity) => (
    <span
      key={severity}
      className={counts[severity] === 0 ? 'problem-count problem-count-none' : 'problem-count'}
    >
      <SeverityMark severity={severity} name={t(`ui/severity-${severity}`)} />
      {counts[severity]}
    </span>
  ));
}

/** The way back from the problems of one device to all. */
function OnlyOf() {
  const t = useText();
  const only = useStore(viewStore, (state) => state.problemsOf);
  const name = useStore(designStore, (state) => rowOf(state.design.devices, only)?.name);
  if (name === undefined) return null;
  return (
    <Button look="quiet" icon="close" onClick={() => openProblems()}>
      {t('ui/only-of', { name })}
    </Button>
  );
}

/** Does all safe fixes; not there when there are none. */
function FixAll() {
  const t = useText();
  const count = useStore(analysisStore, safelyFixed);
  if (count === 0) return null;
  return (
    <span className="bottom-end">
      <Button look="quiet" icon="fix" onClick={() => perform('fix-all')}>
        {t('ui/fix-all-count', { count })}
      </Button>
    </span>
  );
}

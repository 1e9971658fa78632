import { useStore } from 'zustand';
import { countBySeverity } from '../../../shared/diagnostics/summarise.ts';
import { labRow } from '../../../shared/model/design.ts';
import { changeName } from '../../actions/edit-rows.ts';
import { newLab, save, unlessUnsaved } from '../../actions/files.ts';
import { makePlan } from '../../actions/plan.ts';
import { Text, useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore, isUnsaved, redo, undo } from '../../stores/design-store.ts';
import { sessionStore } from '../../stores/session-store.ts';
import { openDialog, openProblems } from '../../stores/view-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { Preferences } from './Preferences.tsx';

/** The lab's name and state, what to do with it, and how the window looks and speaks. */
export function TopBar() {
  const t = useText();
  return (
    <header className="top-bar">
      <LabName />
      <History />
      <span className="bar-gap" />
      <IconButton
        icon="new"
        name={t('ui/new')}
        onClick={() => unlessUnsaved(() => void newLab(t('ui/new-lab-name')))}
      />
      <IconButton
        icon="open"
        name={t('ui/open')}
        onClick={() => unlessUnsaved(() => openDialog({ kind: 'open' }))}
      />
      <SaveButton />
      <span className="bar-space" />
      <ProblemCounts />
      <Button
        look="quiet"
        icon="remove"
        onClick={() => void makePlan('destroy')}
        title={t('ui/destroy-about')}
      >
        <Text id="ui/destroy" />
      </Button>
      <Button look="primary" icon="plan" onClick={() => void makePlan('apply')} title={t('ui/plan-about')}>
        <Text id="ui/plan" />
      </Button>
      <span className="bar-gap" />
      <Preferences />
    </header>
  );
}

function LabName() {
  const t = useText();
  const words = useMessage();
  const name = useStore(designStore, (state) => labRow(state.design).name);
  const unsaved = useStore(designStore, (state) => isUnsaved(state) || state.file === undefined);
  return (
    <div className="lab-name">
      <div style={{ width: `min(260px, ${widthOf(name)}ch)` }}>
        <TextField
          bare
          label={t('ui/lab-name')}
          value={name}
          onCommit={(text) => {
            const problem = changeName({ table: 'lab', row: 'lab', name: text });
            return problem && words(problem);
          }}
        />
      </div>
      <span className={unsaved ? 'save-state save-state-unsaved' : 'save-state'} role="status">
        {unsaved ? t('ui/unsaved') : t('ui/saved')}
      </span>
    </div>
  );
}

function History() {
  const t = useText();
  const words = useMessage();
  const last = useStore(designStore, (state) => state.history.at(-1));
  const next = useStore(designStore, (state) => state.future.at(-1));
  return (
    <>
      <IconButton
        icon="undo"
        name={last ? t('ui/undo-step', { step: words(last.label) }) : t('ui/undo')}
        onClick={undo}
        disabled={!last}
      />
      <IconButton
        icon="redo"
        name={next ? t('ui/redo-step', { step: words(next.label) }) : t('ui/redo')}
        onClick={redo}
        disabled={!next}
      />
    </>
  );
}

function SaveButton() {
  const t = useText();
  const writable = useStore(sessionStore, (state) => state.writable);
  return (
    <IconButton
      icon="save"
      name={writable ? t('ui/save') : t('ui/read-only')}
      disabled={!writable}
      onClick={() => void save()}
    />
  );
}

function ProblemCounts() {
  const t = useText();
  const diagnostics = useStore(analysisStore, (state) => state.diagnostics);
  const counts = countBySeverity(diagnostics);
  const shown = (['error', 'warning', 'hint'] as const).filter((severity) => counts[severity] > 0);
  return (
    <button
      type="button"
      className="problem-counts"
      onClick={() => openProblems()}
      aria-label={t('ui/problem-count', { count: diagnostics.length })}
    >
      {shown.length === 0 ? (
        <span className="no-problems">{t('ui/no-problems')}</span>
      ) : (
        shown.map((severity) => (
          <span key={severity} className="problem-count">
            <SeverityMark severity={severity} name={t(`ui/severity-${severity}`)} />
            {counts[severity]}
          </span>
        ))
      )}
    </button>
  );
}

/** Room for a name, in widths of a digit; Chinese characters take two. */
function widthOf(name: string): number {
  const wide = name.match(/[\u2e80-\uffff]/g)?.length ?? 0;
  return 5 + (name.length - wide) * 1.15 + wide * 2.1;
}

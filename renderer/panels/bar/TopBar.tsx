import { useStore } from 'zustand';
import { countBySeverity } from '../../../shared/diagnostics/summarise.ts';
import { labRow } from '../../../shared/model/design.ts';
import { changeName } from '../../actions/edit-rows.ts';
import { perform } from '../../actions/index.ts';
import { keysOf } from '../../actions/key-names.ts';
import { Text, useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore, isUnsaved } from '../../stores/design-store.ts';
import { openProblems } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { CommandButton } from './CommandButton.tsx';

/** The lab's name and state, what is done most, the way to everything else, and what the lab comes to. */
export function TopBar() {
  const t = useText();
  return (
    <header className="top-bar" data-area="top" aria-label={t('ui/top-bar')}>
      <LabName />
      <History />
      <span className="bar-gap" />
      <CommandButton command="new" icon="new" />
      <CommandButton command="open" icon="open" />
      <CommandButton command="save" icon="save" />
      <SearchButton />
      <ProblemCounts />
      <Button look="quiet" icon="remove" onClick={() => perform('destroy')} title={t('ui/destroy-about')}>
        <Text id="ui/destroy" />
      </Button>
      <Button look="primary" icon="plan" onClick={() => perform('plan')} title={t('ui/plan-about')}>
        <Text id="ui/plan" />
      </Button>
    </header>
  );
}

/** Looks like the field it opens. */
function SearchButton() {
  const t = useText();
  return (
    <button
      type="button"
      className="search-button"
      aria-haspopup="dialog"
      onClick={() => perform('command-palette')}
    >
      <Icon name="search" />
      <span className="search-words">{t('ui/search')}</span>
      <Keys keys={keysOf('command-palette').slice(0, 1)} />
    </button>
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
      <CommandButton
        command="undo"
        icon="undo"
        name={last && t('ui/undo-step', { step: words(last.label) })}
      />
      <CommandButton
        command="redo"
        icon="redo"
        name={next && t('ui/redo-step', { step: words(next.label) })}
      />
    </>
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

import { useStore } from 'zustand';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { rowOf } from '../../../shared/base/by-id.ts';
import { countBySeverity } from '../../../shared/diagnostics/summarise.ts';
import { applyFix } from '../../actions/fix.ts';
import { selectPlace } from '../../actions/select-place.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { placeName } from '../../stores/places.ts';
import { openProblems, viewStore } from '../../stores/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';

const severities = ['error', 'warning', 'hint'] as const;

/** Everything that is wrong with the lab, each with its place and what mends it. */
export function Problems() {
  const t = useText();
  const open = useStore(viewStore, (state) => state.problemsOpen);
  const only = useStore(viewStore, (state) => state.problemsOf);
  const onlyName = useStore(designStore, (state) => rowOf(state.design.devices, only)?.name);
  const all = useStore(analysisStore, (state) => state.diagnostics);
  const byDevice = useStore(analysisStore, (state) => state.byDevice);
  const shown = only !== undefined && onlyName !== undefined ? (byDevice.get(only) ?? []) : all;
  const counts = countBySeverity(all);
  return (
    <section className={open ? 'problems problems-open' : 'problems'} aria-label={t('ui/problems')}>
      <div className="problems-head">
        <button
          type="button"
          className="problems-toggle"
          aria-expanded={open}
          onClick={() => viewStore.setState({ problemsOpen: !open, problemsOf: undefined })}
        >
          <Icon name={open ? 'down' : 'right'} />
          <span>{t('ui/problems')}</span>
          {severities.map((severity) => (
            <span
              key={severity}
              className={counts[severity] === 0 ? 'problem-count problem-count-none' : 'problem-count'}
            >
              <SeverityMark severity={severity} name={t(`ui/severity-${severity}`)} />
              {counts[severity]}
            </span>
          ))}
        </button>
        {open && only !== undefined && onlyName !== undefined && (
          <Button look="quiet" icon="close" onClick={() => openProblems()}>
            {t('ui/only-of', { name: onlyName })}
          </Button>
        )}
      </div>
      {open &&
        (shown.length === 0 ? (
          <p className="problems-none">
            <Icon name="done" /> {t('ui/no-problems-about')}
          </p>
        ) : (
          <ul className="problem-list">
            {shown.map((diagnostic) => (
              <Row key={keyOf(diagnostic)} diagnostic={diagnostic} />
            ))}
          </ul>
        ))}
    </section>
  );
}

function Row({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const t = useText();
  const words = useMessage();
  const place = useStore(designStore, (state) => placeName(state.design, diagnostic.at));
  return (
    <li className="problem">
      <button type="button" className="problem-words" onClick={() => selectPlace(diagnostic.at)}>
        <SeverityMark severity={diagnostic.severity} name={t(`ui/severity-${diagnostic.severity}`)} />
        <span className="problem-place">{place}</span>
        <span className="problem-text">
          {words(diagnostic.message)}
          {diagnostic.hint && <span className="muted"> {words(diagnostic.hint)}</span>}
        </span>
      </button>
      <span className="problem-fixes">
        {diagnostic.fixes.map((fix) => (
          <Button key={words(fix.label)} onClick={() => applyFix(fix, words(fix.label))}>
            {words(fix.label)}
          </Button>
        ))}
      </span>
    </li>
  );
}

function keyOf({ code, at, message }: Diagnostic): string {
  return [code, at.table, at.row, at.field, message.id, JSON.stringify(message.values)].join(' ');
}

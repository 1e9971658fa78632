import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { rowOf } from '../../../shared/base/by-id.ts';
import { isSameProblem, openProblem } from '../../actions/problems.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { placeName } from '../../stores/places.ts';
import { viewStore } from '../../stores/view-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityMark } from '../../ui/Severity.tsx';
import { FixButton } from './FixButton.tsx';

/** Everything that is wrong with the lab, each with its place and what mends it. */
export function Problems() {
  const t = useText();
  const only = useStore(viewStore, (state) => state.problemsOf);
  const isThere = useStore(designStore, (state) => rowOf(state.design.devices, only) !== undefined);
  const all = useStore(analysisStore, (state) => state.diagnostics);
  const byDevice = useStore(analysisStore, (state) => state.byDevice);
  const current = useStore(viewStore, (state) => state.problem);
  const shown = only !== undefined && isThere ? (byDevice.get(only) ?? []) : all;
  if (shown.length === 0) {
    return (
      <p className="problems-none">
        <Icon name="done" /> {t('ui/no-problems-about')}
      </p>
    );
  }
  return (
    <ul className="problem-list" aria-label={t('ui/problems')}>
      {shown.map((diagnostic) => (
        <Row
          key={keyOf(diagnostic)}
          diagnostic={diagnostic}
          isCurrent={current !== undefined && isSameProblem(diagnostic, current)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly diagnostic: Diagnostic;
  /** The one gone to last. */
  readonly isCurrent: boolean;
}

function Row({ diagnostic, isCurrent }: RowProps) {
  const t = useText();
  const words = useMessage();
  const element = useRef<HTMLLIElement>(null);
  const place = useStore(designStore, (state) => placeName(state.design, diagnostic.at));
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={element}
      className={isCurrent ? 'problem problem-current' : 'problem'}
      aria-current={isCurrent || undefined}
    >
      <button type="button" className="problem-words" onClick={() => openProblem(diagnostic)}>
        <SeverityMark severity={diagnostic.severity} name={t(`ui/severity-${diagnostic.severity}`)} />
        <span className="problem-place">{place}</span>
        <span className="problem-text">
          {words(diagnostic.message)}
          {diagnostic.hint && <span className="muted"> {words(diagnostic.hint)}</span>}
        </span>
      </button>
      <span className="problem-fixes">
        {diagnostic.fixes.map((fix) => (
          <FixButton key={words(fix.label)} fix={fix} />
        ))}
      </span>
    </li>
  );
}

function keyOf({ code, at, message }: Diagnostic): string {
  return [code, at.table, at.row, at.field, message.id, JSON.stringify(message.values)].join(' ');
}

import { useStore } from 'zustand';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { type AnyPlace, isAtField } from '../../stores/places.ts';
import { Finding } from '../../ui/Finding.tsx';
import { FixButton } from '../problems/FixButton.tsx';

interface RowFindingsProps {
  readonly table: string;
  readonly row: string;
  /** Only those about this field. */
  readonly field?: string;
  /** Not those about these fields: they stand under their own. */
  readonly except?: readonly string[];
}

/** What is wrong with a row or one field of it, with the buttons that mend it. */
export function RowFindings({ table, row, field, except = [] }: RowFindingsProps) {
  const t = useText();
  const words = useMessage();
  const diagnostics = useStore(analysisStore, (state) => state.diagnostics);
  const isHere = (at: AnyPlace) =>
    at.table === table &&
    at.row === row &&
    (field === undefined || isAtField(at, field)) &&
    !except.some((one) => isAtField(at, one));
  const shown = diagnostics.filter((one) => placesOf(one).some(isHere));
  return shown.map((one) => (
    <Finding
      key={`${one.code} ${words(one.message)}`}
      severity={one.severity}
      severityName={t(`ui/severity-${one.severity}`)}
      text={words(one.message)}
      hint={one.hint && words(one.hint)}
    >
      {one.fixes.map((fix) => (
        <FixButton key={words(fix.label)} fix={fix} />
      ))}
    </Finding>
  ));
}

/** The worst severity of a field, to mark its box. */
export function useWorst(table: string, row: string, field: string): Diagnostic['severity'] | undefined {
  const isHere = (at: AnyPlace) => at.table === table && at.row === row && isAtField(at, field);
  return useStore(
    analysisStore,
    (state) => state.diagnostics.find((one) => placesOf(one).some(isHere))?.severity,
  );
}

/** Where it is and what else is part of it: both of two equal addresses. */
function placesOf(diagnostic: Diagnostic): AnyPlace[] {
  return [diagnostic.at, ...diagnostic.related.map((one) => one.at)];
}

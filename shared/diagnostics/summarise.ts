import { byText } from '../base/by-id.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Whether one severity weighs less than another. */
export function isMilder(one: Severity, other: Severity): boolean {
  return rank[one] > rank[other];
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** Errors first, then by place and code, so that a list does not jump about while a person types. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      byText(a.at.table, b.at.table) ||
      byText(a.at.row, b.at.row) ||
      byText(a.at.field ?? '', b.at.field ?? '') ||
      byText(a.code, b.code),
  );
}

/** The worst severity of some diagnostics; undefined for none. */
export function worstSeverity(diagnostics: readonly Diagnostic[]): Severity | undefined {
  return (['error', 'warning', 'hint'] as const).find((severity) =>
    diagnostics.some((one) => one.severity === severity),
  );
}

import { planView } from '../../host/views.ts';
import type { MadePlan } from '../../host/lab-plan.ts';
import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import type { FieldText } from '../../shared/plan/plan.ts';
import type { Locale } from '../../shared/messages/format.ts';

/** What `check --json` prints; its shape is a promise to scripts. */
export function checkJson(file: string, diagnostics: readonly Diagnostic[], locale: Locale): unknown {
  return {
    file,
    counts: countBySeverity(diagnostics),
    diagnostics: diagnostics.map(({ code, severity, message, hint, at, position, fixes }) => ({
      code,
      severity,
      message: formatMessage(message, locale),
      ...(hint ? { hint: formatMessage(hint, locale) } : {}),
      at: { table: at.table, row: at.row, field: at.field ?? null },
      ...(position ? { position } : {}),
      fixes: fixes.map(({ label, safety }) => ({ label: formatMessage(label, locale), safety })),
    })),
  };
}

/** What `plan --json` prints. */
export function planJson(file: string, made: MadePlan, locale: Locale): unknown {
  const view = planView('', made);
  const text = (one: FieldText | undefined): string | undefined =>
    one === undefined || typeof one === 'string' ? one : formatMessage(one, locale);
  return {
    file,
    target: view.target,
    purpose: view.purpose,
    program: view.program,
    steps: view.steps.map((step) => ({
      ...step,
      label: formatMessage(step.label, locale),
      reason: step.reason && formatMessage(step.reason, locale),
      fields: step.fields.map(({ field, before, after }) => ({
        field: formatMessage(field, locale),
        before: text(before),
        after: text(after),
      })),
    })),
    untouched: view.untouched,
    leftOut: view.leftOut,
    obstacles: view.obstacles.map((one) => ({
      code: one.code,
      severity: one.severity,
      message: formatMessage(one.message, locale),
      at: one.at,
    })),
  };
}

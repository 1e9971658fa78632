import { ok } from '../../shared/base/result.ts';
import { applySafeFixes } from '../../shared/diagnostics/apply-fixes.ts';
import type { Fix } from '../../shared/diagnostics/diagnostic.ts';
import { message } from '../../shared/messages/message.ts';
import { createAnalyser } from '../../shared/pipeline.ts';
import { analysisStore } from '../stores/analysis-store.ts';
import { showPreview } from '../stores/canvas-store.ts';
import { designStore, run } from '../stores/design-store.ts';
import { notify } from '../stores/view-store.ts';
import { report } from './report.ts';

/** Does a quick fix as one step; `words` are the fix's label in the language chosen. */
export function applyFix(fix: Fix, words: string): void {
  showPreview(undefined);
  report(run(() => ok(fix.change), undefined, message('edit/fix', { fix: words })));
}

/** Problems with a fix that cannot change what a person meant. */
export function safelyFixed(): number {
  return analysisStore
    .getState()
    .diagnostics.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length;
}

/** Does every safe fix, and what they lead to, as one step. */
export function fixAllSafe(): void {
  const { change, mended, left } = applySafeFixes(designStore.getState().design, createAnalyser());
  const count = mended.length;
  if (!report(run(() => ok(change), undefined, message('edit/fix-all', { count })))) return;
  notify({ tone: 'ok', message: message('ui/fixed-all', { count, left: left.length }) });
}

import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import { analysisStore } from '../stores/analysis-store.ts';
import { openProblems, viewStore } from '../stores/view-store.ts';
import { applyFix } from './fix.ts';
import { say } from './say.ts';
import { selectPlace } from './select-place.ts';

/** The problem gone to last, while it still stands. */
export function currentProblem(): Diagnostic | undefined {
  const { problem } = viewStore.getState();
  return problem && analysisStore.getState().diagnostics.find((one) => isSameProblem(one, problem));
}

/** Goes to the next problem, or to the one before; after the last comes the first. */
export function goToProblem(by: 1 | -1): void {
  const { diagnostics } = analysisStore.getState();
  const current = currentProblem();
  const start = by === 1 ? -1 : 0;
  goTo(diagnostics.at(((current ? diagnostics.indexOf(current) : start) + by) % diagnostics.length));
}

/** Does the first fix of the problem gone to, and goes on to the one that takes its place in the list. */
export function fixCurrentProblem(): void {
  const current = currentProblem();
  const fix = current?.fixes[0];
  if (!current || !fix) return;
  const index = analysisStore.getState().diagnostics.indexOf(current);
  applyFix(fix, say(fix.label));
  const left = analysisStore.getState().diagnostics;
  goTo(left[Math.min(index, left.length - 1)]);
}

/** Makes a problem the current one and shows its place. */
export function openProblem(problem: Diagnostic): void {
  viewStore.setState({ problem });
  selectPlace(problem.at);
}

function goTo(problem: Diagnostic | undefined): void {
  if (!problem) return viewStore.setState({ problem });
  openProblems();
  openProblem(problem);
}

/** Whether two findings, of the same analysis or of two, are about the same thing. */
export function isSameProblem(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.message.id === b.message.id &&
    a.at.table === b.at.table &&
    a.at.row === b.at.row &&
    a.at.field === b.at.field
  );
}

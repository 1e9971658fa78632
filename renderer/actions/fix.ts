import { ok } from '../../shared/base/result.ts';
import type { Fix } from '../../shared/diagnostics/diagnostic.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { run } from '../stores/design-store.ts';
import { report } from './report.ts';

/** Does a quick fix as one step; `words` are the fix's label in the language chosen. */
export function applyFix(fix: Fix, words: string): void {
  const label: Message = message('edit/fix', { fix: words });
  report(run(() => ok(fix.change), undefined, label));
}

import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { message, type MessageValues } from '../../messages/message.ts';
import type { Place } from '../../model/design.ts';

/** A finding of this target; its words are in `words.ts` under the same id. */
export function finding(severity: Severity, what: string, at: Place, values: MessageValues = {}): Diagnostic {
  const id = `target/virtualbox/${what}`;
  return { code: id, severity, message: message(id, values), at, related: [], fixes: [] };
}

export const atLab: Place = { table: 'lab', row: 'lab' };

export function atDevice(row: string, field?: string): Place {
  return { table: 'devices', row, ...(field !== undefined && { field }) };
}

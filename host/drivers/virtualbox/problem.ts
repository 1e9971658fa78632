import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { message, type MessageValues } from '../../../shared/messages/message.ts';
import type { Place } from '../../../shared/model/design.ts';
import type { Operation } from '../../../shared/targets/virtualbox/operation.ts';
import { type Ledger, LedgerLocked } from '../../ledger.ts';

/** A problem of this driver; its words stand with the target's. */
export function problem(
  what: string,
  values: MessageValues,
  at: Place = { table: 'lab', row: 'lab' },
): Diagnostic {
  const id = `driver/virtualbox/${what}`;
  return { code: id, severity: 'error', message: message(id, values), at, related: [], fixes: [] };
}

/** Why the ledger could not be read or written. */
export function ledgerProblem(ledger: Ledger, error: unknown): Diagnostic {
  if (error instanceof LedgerLocked)
    return problem('ledger-locked', { path: error.lock, seconds: error.seconds });
  return problem('ledger-failed', { path: ledger.file, text: reason(error) });
}

/** The place in the lab that an operation is about. */
export function placeOf(operation: Operation): Place {
  if (operation.kind === 'create-machine') return { table: 'devices', row: operation.machine.device };
  if (operation.kind === 'configure-machine') return { table: 'devices', row: operation.device };
  return { table: 'lab', row: 'lab' };
}

/** The machine or network that an operation is about, for messages. */
export function nameOf(operation: Operation): string {
  switch (operation.kind) {
    case 'create-machine':
      return operation.machine.name;
    case 'create-nat-network':
    case 'configure-nat-network':
      return operation.network.name;
    case 'configure-machine':
    case 'delete-machine':
    case 'delete-nat-network':
    case 'delete-dhcp-server':
      return operation.name;
  }
}

/** What the world said, in one line. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

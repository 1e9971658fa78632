import { rowOf } from '../../base/by-id.ts';
import { sameValue } from '../../base/json.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { Edit } from './edit.ts';

/** Sets the addresses of an interface from text as typed; what is no address is kept, and a rule says so. */
export const setAddresses: Edit<{ readonly interface: string; readonly text: string }> = (design, input) => {
  const before = rowOf(design.interfaces, input.interface);
  if (!before) return fail(message('edit/gone'));
  const typed = input.text.split(/[\s,;，；]+/).filter((part) => part !== '');
  const addresses = typed.length > 0 ? typed : undefined;
  if (sameValue(before.addresses, addresses)) return ok({});
  return ok({ interfaces: { [input.interface]: { before, after: { ...before, addresses } } } });
};

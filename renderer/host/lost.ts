import { fail } from '../../shared/base/result.ts';
import { message } from '../../shared/messages/message.ts';

/** The answer where none came: the other side is gone, or has a bug. */
export function lost(detail: string) {
  return fail({ code: 'lost-connection' as const, message: message('ui/lost-connection'), detail });
}

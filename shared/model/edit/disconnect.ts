import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { Edit } from './edit.ts';

/** Takes a cable away; both interfaces stay. */
export const disconnect: Edit<{ readonly link: string }> = (design, { link }) => {
  const before = rowOf(design.links, link);
  return before ? ok({ links: { [link]: { before } } }) : fail(message('edit/gone'));
};

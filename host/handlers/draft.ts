import { fail, ok } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { DraftView } from '../../shared/contract/shapes.ts';
import { message } from '../../shared/messages/message.ts';
import type { Drafts, FoundDraft } from '../drafts.ts';
import { reasonOf } from '../files/read-text.ts';
import type { Workspace } from '../files/workspace.ts';

type DraftHandlers = Pick<Handlers, 'draft.write' | 'draft.list' | 'draft.read' | 'draft.discard'>;

/**
 * Unsaved work that outlives this program. The file it belongs to is kept by its path, since the next session may have
 * another workspace; `grants` says whether that session may then use it all the same.
 */
export function draftHandlers(drafts: Drafts, workspace: Workspace, grants: boolean): DraftHandlers {
  const viewOf = ({ id, lab, writtenMs, path, basedOn }: FoundDraft): DraftView => {
    if (path === undefined) return { draft: id, lab, writtenMs };
    const file = workspace.nameOf(path) ?? (grants ? path : undefined);
    return { draft: id, lab, writtenMs, path, ...(file !== undefined && { file, basedOn }) };
  };
  return {
    'draft.write': async ({ page, text, file, basedOn }) => {
      const path = file === undefined ? undefined : await workspace.pathOf(file);
      if (path && !path.ok) return path;
      try {
        return ok({ draft: await drafts.write(page, { text, path: path?.value, basedOn }) });
      } catch (cause) {
        return fail({ code: 'disk', message: message('host/no-draft', { reason: reasonOf(cause) }) });
      }
    },
    'draft.list': async ({ before }) => {
      const { drafts: found, unreadable } = await drafts.find(before);
      return ok({ drafts: found.map(viewOf), unreadable });
    },
    'draft.read': async ({ draft }) => {
      const found = await drafts.read(draft);
      if (!found) return fail({ code: 'not-found', message: message('host/draft-gone') });
      // Its path was written by us, when a session was allowed to use it.
      if (grants && found.path !== undefined) workspace.grant(found.path);
      return ok({ ...viewOf(found), text: found.text });
    },
    'draft.discard': async ({ draft }) => {
      try {
        await drafts.discard(draft);
        return ok({});
      } catch (cause) {
        const reason = reasonOf(cause);
        return fail({
          code: 'disk',
          message: message('host/cannot-write', { file: draft, reason }),
        });
      }
    },
  };
}

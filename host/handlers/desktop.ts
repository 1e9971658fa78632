import { join } from 'node:path';
import { fail, ok } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { message } from '../../shared/messages/message.ts';
import type { Desktop } from '../desktop.ts';
import { readText } from '../files/read-text.ts';
import { labEnding, type Workspace } from '../files/workspace.ts';
import type { Recent } from '../recent.ts';

type DesktopHandlers = Pick<
  Handlers,
  'dialog.open' | 'dialog.save' | 'recent.list' | 'recent.open' | 'recent.clear' | 'window.close'
>;

/** Dialogs of the system and the labs used last. Without a desktop only labs of the workspace can be got at. */
export function desktopHandlers(
  workspace: Workspace,
  recent: Recent,
  desktop: Desktop | undefined,
): DesktopHandlers {
  return {
    'dialog.open': async () => {
      if (!desktop) return none();
      const path = await desktop.chooseToOpen();
      return ok(path === undefined ? {} : { file: workspace.grant(path) });
    },
    'dialog.save': async ({ suggested }) => {
      if (!desktop) return none();
      const chosen = await desktop.chooseToSave(join(workspace.folder, suggested.replace(/[/\\]/g, '-')));
      if (chosen === undefined) return ok({});
      const path = chosen.endsWith(labEnding) ? chosen : `${chosen.replace(/\.json$/, '')}${labEnding}`;
      const file = workspace.grant(path);
      // A file that only the ending led to was not asked about.
      const there = path === chosen ? await readText(path, file) : undefined;
      return ok({ file, ...(there?.ok && { version: there.value.version }) });
    },
    'recent.list': async () => {
      const files = (await recent.list()).map(({ path, lab, usedMs }) => {
        const file = workspace.nameOf(path);
        return { path, lab, usedMs, ...(file !== undefined && { file }) };
      });
      return ok({ files: desktop ? files : files.filter(({ file }) => file !== undefined) });
    },
    'recent.open': async ({ path }) => {
      if (!desktop) return none();
      const known = (await recent.list()).some((one) => one.path === path);
      if (!known) return fail({ code: 'not-found', message: message('host/no-file', { file: path }) });
      desktop.openElsewhere(path);
      return ok({});
    },
    'window.close': () => {
      if (!desktop) return Promise.resolve(none());
      desktop.closeSaved();
      return Promise.resolve(ok({}));
    },
    'recent.clear': async () => {
      await recent.clear();
      return ok({});
    },
  };
}

function none(): { readonly ok: false; readonly problem: HostProblem } {
  return fail({ code: 'unavailable', message: message('host/no-dialogs') });
}

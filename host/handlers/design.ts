import { stat } from 'node:fs/promises';
import { fail, ok } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { Handlers, HostEvents } from '../../shared/contract/index.ts';
import { message } from '../../shared/messages/message.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { readText, reasonOf, versionOf } from '../files/read-text.ts';
import { watchFile } from '../files/watch.ts';
import type { Workspace } from '../files/workspace.ts';

type Emit = <Name extends keyof HostEvents>(name: Name, event: HostEvents[Name]) => void;
type DesignHandlers = Pick<Handlers, 'design.list' | 'design.open' | 'design.save'>;

/** Reading and writing lab files. The file opened or saved last is watched, and its changes by others are told. */
export function designHandlers(
  workspace: Workspace,
  emit: Emit,
): { handlers: DesignHandlers; close: () => void } {
  let stopWatching: (() => void) | undefined;
  let known: string | undefined;
  const follow = (file: string, path: string, version: string): void => {
    stopWatching?.();
    known = version;
    stopWatching = watchFile(path, () => {
      void readText(path, file).then((read) => {
        if (!read.ok || read.value.version === known) return;
        known = read.value.version;
        emit('design.changed-on-disk', { file, version: read.value.version });
      });
    });
  };
  const handlers: DesignHandlers = {
    'design.list': async () => ok({ files: await workspace.list() }),
    'design.open': async ({ file }) => {
      const path = await workspace.pathOf(file);
      if (!path.ok) return path;
      const read = await readText(path.value, file);
      if (!read.ok) return read;
      follow(file, path.value, read.value.version);
      return ok({ file, ...read.value });
    },
    'design.save': async ({ file, text, basedOn }) => {
      const path = await workspace.pathOf(file);
      if (!path.ok) return path;
      const now = await readText(path.value, file);
      const exists = await stat(path.value).then(
        () => true,
        () => false,
      );
      if (exists && basedOn === undefined) return problem('changed', 'host/exists', { file });
      if (exists && (!now.ok || now.value.version !== basedOn))
        return problem('changed', 'host/changed', { file });
      try {
        known = versionOf(text);
        await atomicWrite(path.value, text);
      } catch (cause) {
        const reason = reasonOf(cause);
        const readOnly = reason === 'EACCES' || reason === 'EROFS' || reason === 'EPERM';
        return problem(readOnly ? 'read-only' : 'disk', 'host/cannot-write', { file, reason });
      }
      const version = versionOf(text);
      follow(file, path.value, version);
      return ok({ version });
    },
  };
  return { handlers, close: () => stopWatching?.() };
}

function problem(
  code: HostProblem['code'],
  id: string,
  values: Record<string, string>,
): { readonly ok: false; readonly problem: HostProblem } {
  return fail({ code, message: message(id, values) });
}

import { stat } from 'node:fs/promises';
import { fail, ok } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { Handlers, HostEvents } from '../../shared/contract/index.ts';
import { message } from '../../shared/messages/message.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { labNameOf } from '../files/lab-name.ts';
import { readText, reasonOf, versionOf } from '../files/read-text.ts';
import { watchFile } from '../files/watch.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Recent } from '../recent.ts';

type Emit = <Name extends keyof HostEvents>(name: Name, event: HostEvents[Name]) => void;
type DesignHandlers = Pick<Handlers, 'design.list' | 'design.open' | 'design.save' | 'design.shown'>;

interface Designs {
  readonly handlers: DesignHandlers;
  /** The path of the file that the page shows. */
  readonly shown: string | undefined;
  readonly close: () => void;
}

/** Reading and writing lab files. The file opened or saved last is watched, and its changes by others are told. */
export function designHandlers(
  workspace: Workspace,
  recent: Recent,
  emit: Emit,
  first: string | undefined,
): Designs {
  let shown = first;
  /** Names of the labs that were read here, by path. */
  const names = new Map<string, string>();
  let stopWatching: (() => void) | undefined;
  /** The version of the file as its page knows it; `gone` once it was told that there is none. */
  let known: string | undefined;
  let gone = false;
  const follow = (file: string, path: string, version: string): void => {
    stopWatching?.();
    known = version;
    gone = false;
    stopWatching = watchFile(path, () => {
      void readText(path, file).then((read) => {
        if (read.ok) {
          if (read.value.version === known && !gone) return;
          known = read.value.version;
          gone = false;
          emit('design.changed-on-disk', { file, version: known });
        } else if (read.problem.code === 'not-found' && !gone) {
          gone = true;
          emit('design.gone-from-disk', { file });
        }
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
      names.set(path.value, labNameOf(read.value.text));
      return ok({ file, ...read.value });
    },
    'design.shown': async ({ file }) => {
      const path = file === undefined ? undefined : await workspace.pathOf(file);
      if (path && !path.ok) return path;
      shown = path?.value;
      // Only now: a file that could not be read is none to come back to.
      const name = shown === undefined ? undefined : names.get(shown);
      if (shown !== undefined && name !== undefined) void recent.note(shown, name);
      return ok({});
    },
    'design.save': async ({ file, text, basedOn }) => {
      const path = await workspace.pathOf(file);
      if (!path.ok) return path;
      const now = await readText(path.value, file);
      const exists = await stat(path.value).then(
        () => true,
        () => false,
      );
      if (exists && basedOn === undefined) return problem('exists', 'host/exists', { file });
      if (exists && (!now.ok || now.value.version !== basedOn))
        return problem('changed', 'host/changed', { file });
      const before = known;
      try {
        known = versionOf(text);
        await atomicWrite(path.value, text);
      } catch (cause) {
        known = before;
        return notWritten(file, cause);
      }
      const version = versionOf(text);
      follow(file, path.value, version);
      names.set(path.value, labNameOf(text));
      void recent.note(path.value, labNameOf(text));
      return ok({ version });
    },
  };
  return {
    handlers,
    get shown() {
      return shown;
    },
    close: () => stopWatching?.(),
  };
}

/** What the system's refusals mean to a person. */
const refusals: Readonly<Record<string, readonly [HostProblem['code'], string]>> = {
  ENOSPC: ['disk', 'host/disk-full'],
  EDQUOT: ['disk', 'host/disk-full'],
  EACCES: ['read-only', 'host/may-not-write'],
  EPERM: ['read-only', 'host/may-not-write'],
  EROFS: ['read-only', 'host/may-not-write'],
  ENOENT: ['disk', 'host/folder-gone'],
  ENOTDIR: ['disk', 'host/folder-gone'],
};

/** Why a file could not be written. It is then as it was. */
export function notWritten(file: string, cause: unknown): ReturnType<typeof problem> {
  const reason = reasonOf(cause);
  const [code, id] = refusals[reason] ?? ['disk', 'host/cannot-write'];
  return problem(code, id, { file, reason });
}

function problem(
  code: HostProblem['code'],
  id: string,
  values: Record<string, string>,
): { readonly ok: false; readonly problem: HostProblem } {
  return fail({ code, message: message(id, values) });
}

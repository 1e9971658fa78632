import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { fail, ok } from '../shared/base/result.ts';
import type { HostProblem } from '../shared/contract/call.ts';
import type { EventName, Handlers, HostEvents } from '../shared/contract/index.ts';
import { message } from '../shared/messages/message.ts';
import type { Backend } from './backend.ts';
import { designHandlers } from './handlers/design.ts';
import { labHandlers } from './handlers/lab.ts';
import { reasonOf } from './files/read-text.ts';
import type { Workspace } from './files/workspace.ts';
import { readSettings, writeSettings } from './settings.ts';

export interface HostOptions {
  readonly version: string;
  readonly workspace: Workspace;
  /** The file to open first, as the workspace calls it. */
  readonly file?: string | undefined;
  readonly writable: boolean;
  readonly backends: readonly Backend[];
}

/** A host without a transport: what answers calls, and whom it tells of events. */
export interface RunningHost {
  readonly handlers: Handlers;
  readonly writable: boolean;
  subscribe(listener: (name: EventName, event: HostEvents[EventName]) => void): () => void;
  close(): void;
}

/** Builds the handlers from what this computer can do; the only place they meet. */
export function createHost(options: HostOptions): RunningHost {
  const listeners = new Set<(name: EventName, event: HostEvents[EventName]) => void>();
  const emit = <Name extends EventName>(name: Name, event: HostEvents[Name]): void => {
    for (const listener of listeners) listener(name, event);
  };
  const design = designHandlers(options.workspace, emit);
  const handlers: Handlers = {
    ...design.handlers,
    ...labHandlers({ backends: options.backends, workspace: options.workspace, emit }),
    'session.read': async () =>
      ok({
        version: options.version,
        workspace: options.workspace.folder,
        file: options.file,
        writable: options.writable && (await canWrite(options.workspace.folder)),
        settings: await readSettings(),
      }),
    'settings.write': async (settings) => {
      try {
        await writeSettings(settings);
        return ok({});
      } catch (problem) {
        const reason = reasonOf(problem);
        return fail<HostProblem>({
          code: 'disk',
          message: message('host/cannot-write', { file: 'settings.json', reason }),
        });
      }
    },
    'lab.new-id': () => Promise.resolve(ok({ id: randomUUID() })),
  };
  return {
    handlers,
    writable: options.writable,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: design.close,
  };
}

function canWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ok } from '../shared/base/result.ts';
import type { EventName, Handlers, HostEvents } from '../shared/contract/index.ts';
import type { Backend } from './backend.ts';
import type { Desktop } from './desktop.ts';
import { createDrafts } from './drafts.ts';
import type { Workspace } from './files/workspace.ts';
import { type ApplyGate, createGate } from './gate.ts';
import { designHandlers, notWritten } from './handlers/design.ts';
import { desktopHandlers } from './handlers/desktop.ts';
import { draftHandlers } from './handlers/draft.ts';
import { labHandlers } from './handlers/lab.ts';
import { createJobs } from './jobs.ts';
import { createRecent, type Recent } from './recent.ts';
import { readSettings, writeSettings } from './settings.ts';
import { stateFolder } from './state-folder.ts';

export interface HostOptions {
  readonly version: string;
  readonly workspace: Workspace;
  /** The file to open first, as the workspace calls it. */
  readonly file?: string | undefined;
  readonly writable: boolean;
  readonly backends: readonly Backend[];
  /** Where drafts and the list of recent labs are kept. */
  readonly state?: string;
  /** What all hosts of one program share. */
  readonly gate?: ApplyGate;
  readonly recent?: Recent;
  readonly desktop?: Desktop;
}

/** A host without a transport: what answers calls, and whom it tells of events. */
export interface RunningHost {
  readonly handlers: Handlers;
  readonly writable: boolean;
  /** The path of the file that its page shows; undefined for a lab never saved. */
  readonly shown: string | undefined;
  /** Whether an apply of this session is under way. */
  readonly busy: boolean;
  /** Stops that apply after the step it is at, and waits for its end. */
  stop(): Promise<void>;
  /** Removes what was kept of unsaved work, which its person wants to lose. */
  discardDrafts(): Promise<void>;
  subscribe(listener: (name: EventName, event: HostEvents[EventName]) => void): () => void;
  close(): void;
}

/** Builds the handlers from what this computer can do; the only place they meet. */
export function createHost(options: HostOptions): RunningHost {
  const { workspace, desktop, state = stateFolder(), gate = createGate() } = options;
  const { recent = createRecent(join(state, 'recent.json')) } = options;
  const listeners = new Set<(name: EventName, event: HostEvents[EventName]) => void>();
  const emit = <Name extends EventName>(name: Name, event: HostEvents[Name]): void => {
    for (const listener of listeners) listener(name, event);
  };
  const jobs = createJobs(emit, gate);
  const drafts = createDrafts(join(state, 'drafts'), randomUUID());
  const design = designHandlers(
    workspace,
    recent,
    emit,
    options.file === undefined ? undefined : resolve(workspace.folder, options.file),
  );
  const handlers: Handlers = {
    ...design.handlers,
    ...draftHandlers(drafts, workspace, desktop !== undefined),
    ...desktopHandlers(workspace, recent, desktop),
    ...labHandlers({ backends: options.backends, workspace, jobs, gate }),
    'session.read': async () =>
      ok({
        version: options.version,
        workspace: workspace.folder,
        file: options.file,
        // With dialogs there is always another folder to save to.
        writable: options.writable && (desktop !== undefined || (await canWrite(workspace.folder))),
        dialogs: desktop !== undefined,
        settings: await readSettings(),
      }),
    'settings.write': async (settings) => {
      try {
        await writeSettings(settings);
        desktop?.settingsWritten(settings);
        return ok({});
      } catch (problem) {
        return notWritten('settings.json', problem);
      }
    },
    'lab.new-id': () => Promise.resolve(ok({ id: randomUUID() })),
  };
  return {
    handlers,
    writable: options.writable,
    get shown() {
      return design.shown;
    },
    get busy() {
      return jobs.busy;
    },
    stop: () => jobs.stop(),
    discardDrafts: () => drafts.discardAll(),
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

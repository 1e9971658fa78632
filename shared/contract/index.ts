import { z } from 'zod';
import { type Answer, type Call, call, type InputOf, type OutputOf } from './call.ts';
import {
  draftShape,
  pageId,
  planShape,
  recentShape,
  settingsShape,
  type StepStateView,
  stepStateShape,
} from './shapes.ts';

/**
 * A file of the workspace, by its path below it with `/`; or the absolute path of one that a person chose in a dialog of the
 * system or that a draft belongs to. The host refuses anything else.
 */
const file = z.string().min(1).max(4096);
const nothing = z.object({});
const text = z.string().max(64 * 1024 * 1024);

/**
 * Everything that crosses between page and host. The page names files by FileRef and plans by id:
 * operations never travel from page to host, so no page can invent a command.
 */
export const hostCalls = {
  /** What this session is: the file to open first, if any, and whether saving is possible. */
  'session.read': call(
    'read',
    nothing,
    z.object({
      version: z.string(),
      workspace: z.string(),
      file: file.optional(),
      writable: z.boolean(),
      /** Whether `dialog.open` and `dialog.save` are answered by the system. */
      dialogs: z.boolean(),
      settings: settingsShape,
    }),
  ),
  'settings.write': call('write', settingsShape, nothing),
  /** Lab files of the workspace, by path. */
  'design.list': call(
    'read',
    nothing,
    z.object({ files: z.array(z.object({ file, bytes: z.number(), modifiedMs: z.number() })) }),
  ),
  'design.open': call('read', z.object({ file }), z.object({ file, text, version: z.string() })),
  /** `basedOn` is the version last read or written; absent only for a file that must not exist yet. */
  'design.save': call(
    'write',
    z.object({ file, text, basedOn: z.string().optional() }),
    z.object({ version: z.string() }),
  ),
  /** Says which file the page shows from now on; none: a lab never saved. Only a lab that could be read is shown. */
  'design.shown': call('read', z.object({ file: file.optional() }), nothing),
  /** Asks a person for a file, with the dialog of the system. No file: they thought better of it. */
  'dialog.open': call('read', nothing, z.object({ file: file.optional() })),
  /** The same for where to save. `version` is that of a file which the person agreed to replace. */
  'dialog.save': call(
    'write',
    z.object({ suggested: z.string().max(255) }),
    z.object({ file: file.optional(), version: z.string().optional() }),
  ),
  /** Labs opened and saved last that still exist and that this session can get at. */
  'recent.list': call('read', nothing, z.object({ files: z.array(recentShape) })),
  /** Opens a lab of that list in another window. */
  'recent.open': call('read', z.object({ path: z.string().max(4096) }), nothing),
  'recent.clear': call('write', nothing, nothing),
  /** Closes the window of the page, after `close.save`; where the whole app was to end, that goes on. */
  'window.close': call('read', nothing, nothing),
  /** Keeps what is not saved yet, for the case that this program is killed. Each page has one draft. */
  'draft.write': call(
    'write',
    z.object({ page: pageId, text, file: file.optional(), basedOn: z.string().max(256).optional() }),
    z.object({ draft: z.string() }),
  ),
  /** Drafts whose program is gone, and those of `before`: pages that were in this tab before this one. */
  'draft.list': call(
    'read',
    z.object({ before: z.array(pageId).max(100) }),
    z.object({ drafts: z.array(draftShape), unreadable: z.array(z.string()) }),
  ),
  'draft.read': call('read', z.object({ draft: z.string().max(100) }), draftShape.extend({ text })),
  'draft.discard': call('write', z.object({ draft: z.string().max(100) }), nothing),
  /** A fresh random UUID for a new lab. */
  'lab.new-id': call('read', nothing, z.object({ id: z.string() })),
  'target.status': call(
    'read',
    z.object({ target: z.string() }),
    z.object({ found: z.boolean(), version: z.string().optional(), path: z.string().optional() }),
  ),
  /** `file` tells the ledger where the lab lives; absent for a lab never saved. */
  'plan.make': call(
    'read',
    z.object({ text, target: z.string(), purpose: z.enum(['apply', 'destroy']), file: file.optional() }),
    planShape,
  ),
  'apply.start': call('write', z.object({ plan: z.string() }), z.object({ job: z.string() })),
  'apply.cancel': call('write', z.object({ job: z.string() }), nothing),
  /** The state of a job so far, for a page that came late or lost its connection. */
  'apply.state': call(
    'read',
    z.object({ job: z.string() }),
    z.object({
      states: z.record(z.string(), stepStateShape),
      outcome: z.enum(['running', 'done', 'failed', 'cancelled']),
      elapsedMs: z.number(),
    }),
  ),
} satisfies Record<string, Call<unknown, unknown>>;

export type HostCalls = typeof hostCalls;
export type CallName = keyof HostCalls;
export type CallInput<Name extends CallName> = InputOf<HostCalls[Name]>;
export type CallOutput<Name extends CallName> = OutputOf<HostCalls[Name]>;
export const callNames = Object.keys(hostCalls) as CallName[];

export interface HostEvents {
  readonly 'design.changed-on-disk': { readonly file: string; readonly version: string };
  readonly 'design.gone-from-disk': { readonly file: string };
  /** A command of `commands.ts` was chosen in the native menu. */
  readonly command: { readonly id: string };
  /** The window was closed, and its person wants the lab saved first. The page saves, then calls `window.close`. */
  readonly 'close.save': Readonly<Record<string, never>>;
  readonly 'apply.step': { readonly job: string; readonly step: string; readonly state: StepStateView };
  readonly 'apply.done': {
    readonly job: string;
    readonly outcome: 'done' | 'failed' | 'cancelled';
    readonly elapsedMs: number;
  };
}
export type EventName = keyof HostEvents;
export const eventNames = [
  'design.changed-on-disk',
  'design.gone-from-disk',
  'command',
  'close.save',
  'apply.step',
  'apply.done',
] as const satisfies EventName[];

/** The host as the page sees it, whichever way the calls travel. */
export interface Host {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Answer<CallOutput<Name>>;
  on<Name extends EventName>(name: Name, listener: (event: HostEvents[Name]) => void): () => void;
}

/** What `host/` must supply; a missing or extra handler does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Answer<CallOutput<Name>>;
};

/** What the desktop shell puts into its page as `window.netloom`: one method for each call, and events. */
export type Bridge = Handlers & Pick<Host, 'on'>;

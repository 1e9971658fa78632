import { readDesign } from '../../shared/file/read.ts';
import type { DraftView } from '../../shared/contract/shapes.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { ok } from '../../shared/base/result.ts';
import { message } from '../../shared/messages/message.ts';
import { changeBetween } from '../../shared/model/change.ts';
import { type Design, emptyDesign, labRow } from '../../shared/model/design.ts';
import { host } from '../host/index.ts';
import { designStore, isUnsaved, run } from '../stores/design-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { notify, viewStore } from '../stores/view-store.ts';
import { openText, showDesign } from './files.ts';
import { pagesBefore, thisPage } from './page-name.ts';
import { reportHost } from './report.ts';

const pauseMs = 1000;

/** The draft that the host keeps for this page, and the design that is in it. */
let kept: { readonly draft: string; readonly design: Design } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let again = false;
let complained = false;

/** Keeps what is not saved, from now on; call once. */
export function keepDrafts(): void {
  designStore.subscribe((now, before) => {
    if (now.design === before.design && now.savedAt === before.savedAt) return;
    // What is saved has no draft, at once; what is edited has one soon.
    if (!isUnsaved(now)) void keepUp();
    else timer ??= setTimeout(() => void keepUp(), pauseMs);
  });
  const atOnce = (): void => void keepUp();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && atOnce());
  window.addEventListener('pagehide', atOnce);
}

/** Makes what the host keeps what it should be; one call at a time, so that none overtakes another. */
function keepUp(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  again = true;
  running ??= untilKept();
  return running;
}

async function untilKept(): Promise<void> {
  try {
    while (again) {
      again = false;
      await keepOnce();
    }
  } finally {
    running = undefined;
  }
}

async function keepOnce(): Promise<void> {
  const state = designStore.getState();
  const { design, file, version } = state;
  if (!isUnsaved(state)) {
    if (!kept) return;
    const { draft } = kept;
    kept = undefined;
    await host.call('draft.discard', { draft });
    return;
  }
  if (design === kept?.design || !sessionStore.getState().writable) return;
  const answer = await host.call('draft.write', {
    page: thisPage,
    text: writeDesign(design),
    ...(file !== undefined && { file }),
    ...(version !== undefined && { basedOn: version }),
  });
  if (answer.ok) {
    kept = { draft: answer.value.draft, design };
    complained = false;
  } else if (!complained && answer.problem.code !== 'lost-connection') {
    complained = true;
    notify({ tone: 'hint', message: answer.problem.message });
  }
}

/** Asks what earlier sessions left, to be offered. */
export async function findDrafts(): Promise<void> {
  const answer = await host.call('draft.list', { before: await pagesBefore() });
  if (!answer.ok) return reportHost(answer.problem);
  sessionStore.setState({ drafts: answer.value.drafts, unreadableDrafts: answer.value.unreadable });
}

/** Takes an offer from the screen; what is kept stays kept. */
export function postponeDraft(draft: string): void {
  sessionStore.setState((state) => ({ drafts: state.drafts.filter((one) => one.draft !== draft) }));
}

/** Takes the word about files that cannot be read from the screen. */
export function hideUnreadableDrafts(): void {
  sessionStore.setState({ unreadableDrafts: [] });
}

/** Removes unsaved work for good. */
export async function discardDraft(draft: string): Promise<void> {
  const answer = await host.call('draft.discard', { draft });
  if (answer.ok) postponeDraft(draft);
  else reportHost(answer.problem);
}

/**
 * Brings unsaved work back: the file as it is on disk, then the difference as one step, so that undo leads back to the file.
 * The work stays based on the version it started from; when the file moved on, saving says so.
 */
export async function recoverDraft({ draft, lab }: DraftView): Promise<void> {
  const answer = await host.call('draft.read', { draft });
  if (!answer.ok) return reportHost(answer.problem);
  const { text, file, basedOn } = answer.value;
  const { design } = readDesign(text);
  if (!design) return openText(text, lab, {});
  const disk = file === undefined ? undefined : await host.call('design.open', { file });
  const start = disk?.ok ? readDesign(disk.value.text).design : undefined;
  const { id, name } = labRow(design);
  showDesign(start ?? emptyDesign({ id, name }), { file, version: basedOn });
  run((from: Design, to: Design) => ok(changeBetween(from, to)), design, message('edit/recover'));
  if (disk?.ok && disk.value.version !== basedOn) viewStore.setState({ onDisk: 'changed' });
  if (disk && !disk.ok && disk.problem.code === 'not-found') viewStore.setState({ onDisk: 'gone' });
  postponeDraft(draft);
  // The old draft goes when this page has one of its own, or needs none because nothing differs.
  await keepUp();
  if (kept || !isUnsaved(designStore.getState())) await host.call('draft.discard', { draft });
}

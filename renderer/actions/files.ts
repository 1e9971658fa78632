import type { CallOutput } from '../../shared/contract/index.ts';
import type { RecentView } from '../../shared/contract/shapes.ts';
import { readDesign } from '../../shared/file/read.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { message } from '../../shared/messages/message.ts';
import { type Design, emptyDesign, labRow } from '../../shared/model/design.ts';
import { host } from '../host/index.ts';
import { bringIntoView, select } from '../stores/canvas-store.ts';
import { designStore, isUnsaved, markSaved, openDesign } from '../stores/design-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { closeDialog, notify, openDialog, viewStore } from '../stores/view-store.ts';
import { commitField } from './commit-field.ts';
import { reportHost } from './report.ts';

/** Goes on at once, or asks first when something is not saved; what is half typed is not saved either. */
export function unlessUnsaved(proceed: () => void): void {
  commitField();
  if (isUnsaved(designStore.getState())) openDialog({ kind: 'unsaved', proceed });
  else proceed();
}

/** Starts an empty lab. */
export async function newLab(name: string): Promise<void> {
  const answer = await host.call('lab.new-id', {});
  if (!answer.ok) return reportHost(answer.problem);
  showDesign(emptyDesign({ id: answer.value.id, name }), {});
}

/** Opens a file of the workspace. One that cannot be read leaves what is open as it is. */
export async function openFile(file: string): Promise<void> {
  const answer = await host.call('design.open', { file });
  if (!answer.ok) return reportHost(answer.problem);
  openText(answer.value.text, file, { file, version: answer.value.version });
}

/** Opens a file that the browser read; it has no place in the workspace until it is saved. */
export async function openLocalFile(file: File): Promise<void> {
  openText(await file.text(), file.name, {});
}

/** Asks for a file with the dialog of the system, and opens it where it is. */
export async function openFromSystem(): Promise<void> {
  const answer = await host.call('dialog.open', {});
  if (!answer.ok) return reportHost(answer.problem);
  if (answer.value.file !== undefined) await openFile(answer.value.file);
}

/** Opens a lab used before: here, or in a window of its own where it is out of this session's reach. */
export async function openRecent({ file, path }: RecentView): Promise<void> {
  if (file !== undefined) return openFile(file);
  const answer = await host.call('recent.open', { path });
  if (answer.ok) closeDialog();
  else reportHost(answer.problem);
}

/** Opens a text, or says what is wrong with it. */
export function openText(
  text: string,
  name: string,
  from: { readonly file?: string; readonly version?: string },
): void {
  const { design, diagnostics } = readDesign(text);
  if (design) showDesign(design, from);
  else
    openDialog({
      kind: 'unreadable',
      file: name,
      diagnostics: diagnostics.map((one) => ({ ...one, fixes: undefined })),
    });
}

/** Puts a lab on the canvas in place of what is there. */
export function showDesign(
  design: Design,
  from: { readonly file?: string | undefined; readonly version?: string | undefined },
): void {
  openDesign(design, from);
  select({});
  viewStore.setState({ onDisk: 'same', problemsOf: undefined });
  closeDialog();
  notify(undefined);
  bringIntoView({ kind: 'all' });
}

/** Saves to the file of the lab, or asks for a name; then goes on, unless it was not saved. */
export async function save(proceed?: () => void): Promise<void> {
  const { file, version } = designStore.getState();
  if (file === undefined) await saveAs(proceed);
  else await saveTo(file, version, proceed);
}

/** Asks where the lab shall live from now on, with the dialog of the system where there is one. */
export async function saveAs(proceed?: () => void): Promise<void> {
  if (!sessionStore.getState().dialogs) return openDialog({ kind: 'save-as', proceed });
  const answer = await host.call('dialog.save', { suggested: suggestedFile() });
  if (!answer.ok) return reportHost(answer.problem);
  const { file, version } = answer.value;
  if (file !== undefined) await saveTo(file, version, proceed);
}

/** Writes the lab; `basedOn` is the version it was read from, absent for a new file. */
export async function saveTo(file: string, basedOn: string | undefined, proceed?: () => void): Promise<void> {
  const { design, history } = designStore.getState();
  const answer = await host.call('design.save', {
    file,
    text: writeDesign(design),
    ...(basedOn === undefined ? {} : { basedOn }),
  });
  if (answer.ok) {
    markSaved(file, answer.value.version, history.at(-1));
    viewStore.setState({ onDisk: 'same' });
    closeDialog();
    notify({ tone: 'ok', message: message('ui/saved-as', { file }) });
    proceed?.();
  } else if (answer.problem.code === 'changed' || answer.problem.code === 'exists') {
    openDialog({ kind: answer.problem.code, file, proceed });
  } else {
    // The lab is what matters now; the question that led here can be asked again.
    if (viewStore.getState().dialog?.kind === 'unsaved') closeDialog();
    reportHost(answer.problem);
  }
}

/** Writes over what someone else wrote meanwhile. */
export async function overwrite(file: string, proceed?: () => void): Promise<void> {
  const current = await host.call('design.open', { file });
  await saveTo(file, current.ok ? current.value.version : undefined, proceed);
}

/** A file name for a lab never saved; the name it has for another. */
export function suggestedFile(): string {
  const { design, file } = designStore.getState();
  const name = file?.split(/[/\\]/).at(-1);
  if (name !== undefined) return name;
  const slug = labRow(design)
    .name.replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${slug.slice(0, 200) || 'lab'}.netloom.json`;
}

/** The labs of the workspace; none when the host cannot say. */
export async function listFiles(): Promise<CallOutput<'design.list'>['files']> {
  const answer = await host.call('design.list', {});
  if (answer.ok) return answer.value.files;
  reportHost(answer.problem);
  return [];
}

/** The labs used last; none when the host cannot say. */
export async function listRecent(): Promise<readonly RecentView[]> {
  const answer = await host.call('recent.list', {});
  return answer.ok ? answer.value.files : [];
}

/** Forgets the labs used last; gives the list as it is then. */
export async function clearRecent(): Promise<readonly RecentView[]> {
  const answer = await host.call('recent.clear', {});
  if (!answer.ok) reportHost(answer.problem);
  return listRecent();
}

import type { CallOutput } from '../../shared/contract/index.ts';
import { readDesign } from '../../shared/file/read.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { message } from '../../shared/messages/message.ts';
import { emptyDesign, labRow } from '../../shared/model/design.ts';
import { host } from '../host/index.ts';
import { select, showDevice } from '../stores/canvas-store.ts';
import { designStore, isUnsaved, markSaved, openDesign } from '../stores/design-store.ts';
import { closeDialog, notify, openDialog, viewStore } from '../stores/view-store.ts';
import { reportHost } from './report.ts';

/** Goes on at once, or asks first when something is not saved. */
export function unlessUnsaved(proceed: () => void): void {
  if (isUnsaved(designStore.getState())) openDialog({ kind: 'unsaved', proceed });
  else proceed();
}

/** Starts an empty lab. */
export async function newLab(name: string): Promise<void> {
  const answer = await host.call('lab.new-id', {});
  if (!answer.ok) return reportHost(answer.problem);
  show(() => openDesign(emptyDesign({ id: answer.value.id, name }), {}));
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

function openText(
  text: string,
  name: string,
  from: { readonly file?: string; readonly version?: string },
): void {
  const { design, diagnostics } = readDesign(text);
  if (design) show(() => openDesign(design, from));
  else
    openDialog({
      kind: 'unreadable',
      file: name,
      diagnostics: diagnostics.map((one) => ({ ...one, fixes: undefined })),
    });
}

function show(open: () => void): void {
  open();
  select([]);
  viewStore.setState({ changedOnDisk: false, problemsOf: undefined });
  closeDialog();
  notify(undefined);
  showDevice(undefined);
}

/** Saves to the file of the lab, or asks for a name. */
export async function save(): Promise<void> {
  const { file, version } = designStore.getState();
  if (file === undefined) openDialog({ kind: 'save-as' });
  else await saveTo(file, version);
}

/** Writes the lab; `basedOn` is the version it was read from, absent for a new file. */
export async function saveTo(file: string, basedOn: string | undefined): Promise<void> {
  const { design, history } = designStore.getState();
  const answer = await host.call('design.save', {
    file,
    text: writeDesign(design),
    ...(basedOn === undefined ? {} : { basedOn }),
  });
  if (answer.ok) {
    markSaved(file, answer.value.version, history.at(-1));
    viewStore.setState({ changedOnDisk: false });
    closeDialog();
    notify({ tone: 'ok', message: message('ui/saved-as', { file }) });
  } else if (answer.problem.code === 'changed') openDialog({ kind: 'changed', file });
  else reportHost(answer.problem);
}

/** Writes over what someone else wrote meanwhile. */
export async function overwrite(file: string): Promise<void> {
  const current = await host.call('design.open', { file });
  await saveTo(file, current.ok ? current.value.version : undefined);
}

/** A file name for a lab never saved. */
export function suggestedFile(): string {
  const { name } = labRow(designStore.getState().design);
  const slug = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${slug || 'lab'}.netloom.json`;
}

/** The labs of the workspace; none when the host cannot say. */
export async function listFiles(): Promise<CallOutput<'design.list'>['files']> {
  const answer = await host.call('design.list', {});
  if (answer.ok) return answer.value.files;
  reportHost(answer.problem);
  return [];
}

import { notify, viewStore } from '../stores/view-store.ts';
import { message } from '../../shared/messages/message.ts';
import { openLocalFile, unlessUnsaved } from './files.ts';

/** Opens a lab file that is dropped on the window from the file manager; call once. It has no place until it is saved. */
export function listenToDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    // What is asked or shown now is answered first: another lab would take it away.
    if (viewStore.getState().dialog)
      notify({ tone: 'hint', message: message('ui/drop-later', { file: file.name }) });
    else if (file.name.endsWith('.json')) unlessUnsaved(() => void openLocalFile(file));
    else notify({ tone: 'hint', message: message('ui/drop-no-lab', { file: file.name }) });
  });
}

/** What is dragged comes from outside; devices of the palette are no files. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { message } from '../shared/messages/message.ts';
import { chooseWords } from './words.ts';

/** Asks for a lab file; `over` is the window that asks. */
export async function chooseToOpen(over: BrowserWindow | undefined): Promise<string | undefined> {
  const options: OpenDialogOptions = { properties: ['openFile'], filters: await filters() };
  const asked = over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options);
  const { filePaths } = await asked;
  return filePaths[0];
}

/** Asks where to save. A file that is there is asked about by the dialog. */
export async function chooseToSave(over: BrowserWindow, suggested: string): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(over, {
    defaultPath: suggested,
    filters: await filters(),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return filePath === '' ? undefined : filePath;
}

/** The system knows only what follows the last dot. */
async function filters(): Promise<{ name: string; extensions: string[] }[]> {
  const words = await chooseWords();
  return [{ name: words(message('desktop/labs')), extensions: ['json'] }];
}

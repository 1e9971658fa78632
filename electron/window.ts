import { join } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { message } from '../shared/messages/message.ts';
import { type Bounds, keepBounds } from './bounds.ts';
import type { Words } from './words.ts';

/** A window for the page: sandboxed, isolated from its preload, without Node. It shows itself when it has drawn. */
export function createWindow(words: Words, { maximised, ...bounds }: Bounds): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepBounds(window);
  askBeforeLoss(window, words);
  return window;
}

/** The page holds on to unsaved work; Electron asks nobody about it by itself. */
function askBeforeLoss(window: BrowserWindow, words: Words): void {
  let asking = false;
  window.webContents.on('will-prevent-unload', () => {
    if (asking) return;
    asking = true;
    const buttons = [words(message('ui/cancel')), words(message('ui/discard'))];
    dialog
      .showMessageBox(window, {
        type: 'warning',
        message: words(message('ui/unsaved-title')),
        detail: words(message('desktop/unsaved-about')),
        buttons,
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        asking = false;
        if (response === 1 && !window.isDestroyed()) window.destroy();
      })
      .catch((bug: unknown) => {
        asking = false;
        process.emitWarning(bug instanceof Error ? bug : String(bug));
      });
  });
}

import { app, type BrowserWindow, dialog } from 'electron';
import type { RunningHost } from '../host/create-host.ts';
import { message } from '../shared/messages/message.ts';
import { tell } from './bridge.ts';
import { chooseWords } from './words.ts';

/** Whether the whole app was asked to end. A window that wants to know more first holds that up. */
let quitting = false;

export function followQuitting(): void {
  app.on('before-quit', () => {
    quitting = true;
  });
}

/** Windows that save first, and what ends once they have. */
const onceSaved = new WeakMap<BrowserWindow, 'window' | 'app'>();

/** The page has saved what its person wanted saved: the window closes, and the app ends if that was asked. Nothing where nobody asked. */
export function closeSaved(window: BrowserWindow): void {
  const ends = onceSaved.get(window);
  if (ends === undefined) return;
  onceSaved.delete(window);
  if (ends === 'app') quitting = true;
  // Outside the call that says so, whose answer the window still gets.
  setImmediate(() => goOn(window));
}

/** The answer to a question was that all stays as it is. */
function stayOpen(): void {
  quitting = false;
}

/** Asks before a window is closed over an apply under way, and before edits are lost. */
export function guardClosing(window: BrowserWindow, host: RunningHost): void {
  let asking = false;
  const ask = (question: () => Promise<void>): void => {
    if (asking) return;
    asking = true;
    question()
      .catch((bug: unknown) => process.emitWarning(bug instanceof Error ? bug : String(bug)))
      .finally(() => {
        asking = false;
      });
  };
  window.on('close', (event) => {
    if (!host.busy) return;
    event.preventDefault();
    ask(async () => {
      if ((await choose(window, 'applying', ['keep-applying', 'stop-then-close'])) !== 'stop-then-close')
        return stayOpen();
      await host.stop();
      // Outside this question, since closing may lead to the next.
      setImmediate(() => goOn(window));
    });
  });
  // The page holds on to unsaved work; Electron asks nobody about it by itself.
  window.webContents.on('will-prevent-unload', () =>
    ask(async () => {
      switch (await choose(window, 'unsaved', ['save', 'discard', 'cancel'])) {
        case 'save':
          // Whether it is saved is seen later, and may be never: until then nothing ends.
          onceSaved.set(window, quitting ? 'app' : 'window');
          stayOpen();
          return tell(window.webContents, 'close.save', {});
        case 'discard':
          await host.discardDrafts();
          if (!window.isDestroyed()) window.destroy();
          return;
        default:
          stayOpen();
      }
    }),
  );
  window.once('closed', () => {
    if (quitting) app.quit();
  });
}

function goOn(window: BrowserWindow): void {
  if (quitting) app.quit();
  else if (!window.isDestroyed()) window.close();
}

/** Asks, and gives the answer. Closing the question changes nothing. */
async function choose<Answer extends string>(
  window: BrowserWindow,
  about: 'applying' | 'unsaved',
  answers: readonly Answer[],
): Promise<Answer | undefined> {
  const words = await chooseWords();
  const safe = about === 'applying' ? 0 : answers.length - 1;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words(message(`desktop/${about}-title`)),
    detail: words(message(`desktop/${about}-about`)),
    buttons: answers.map((id) => words(message(`desktop/${id}`))),
    defaultId: 0,
    cancelId: safe,
    noLink: true,
  });
  return answers[response];
}

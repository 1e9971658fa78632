import { BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { message } from '../shared/messages/message.ts';
import type { Words } from './words.ts';

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };
const isMac = process.platform === 'darwin';

/** The native menu. What the page does itself reaches it as the keys a hand would press. */
export function createMenu(words: Words, openFile: (path: string) => void): Menu {
  const say = (id: string): string => words(message(`desktop/${id}`));
  const role = (id: string, name: NonNullable<Item['role']>): Item => ({ label: say(id), role: name });
  const key = (id: string, letter: string, shift = false): Item => ({
    label: say(id),
    accelerator: `CmdOrCtrl+${shift ? 'Shift+' : ''}${letter}`,
    // The page listens to the key itself; the menu only shows it.
    registerAccelerator: false,
    click: (_, window, { triggeredByAccelerator }) => {
      if (window instanceof BrowserWindow && !triggeredByAccelerator) press(window, letter, shift);
    },
  });
  const openOther: Item = {
    label: say('open-folder'),
    click: () => void chooseFile().then((path) => path !== undefined && openFile(path)),
  };
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: say('file'),
      submenu: [
        key('open', 'O'),
        openOther,
        key('save', 'S'),
        separator,
        role('close', 'close'),
        ...(isMac ? [] : [role('quit', 'quit')]),
      ],
    },
    {
      label: say('edit'),
      submenu: [
        key('undo', 'Z'),
        key('redo', 'Z', true),
        separator,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('select-all', 'selectAll'),
      ],
    },
    {
      label: say('view'),
      submenu: [
        role('zoom-in', 'zoomIn'),
        role('zoom-out', 'zoomOut'),
        role('actual-size', 'resetZoom'),
        separator,
        role('full-screen', 'togglefullscreen'),
      ],
    },
  ]);
}

function press(window: BrowserWindow, keyCode: string, shift: boolean): void {
  const modifiers: ('meta' | 'control' | 'shift')[] = [isMac ? 'meta' : 'control'];
  if (shift) modifiers.push('shift');
  for (const type of ['keyDown', 'keyUp'] as const)
    window.webContents.sendInputEvent({ type, keyCode, modifiers });
}

async function chooseFile(): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'Netloom', extensions: ['json'] }],
  });
  return filePaths[0];
}

import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { createHost } from '../host/create-host.ts';
import { backends } from '../host/drivers/index.ts';
import { createWorkspace, labEnding } from '../host/files/workspace.ts';
import { placeOf } from '../host/place.ts';
import { stateFolder } from '../host/state-folder.ts';
import { readBounds } from './bounds.ts';
import { answerCalls, connect } from './bridge.ts';
import { createMenu } from './menu.ts';
import { declareScheme, pageAddress, protect } from './protection.ts';
import { createWindow } from './window.ts';
import { chooseWords } from './words.ts';

/** The package: this file is dist/electron/main.cjs in it. */
const root = join(__dirname, '..', '..');

/** Open windows, each with the lab file it was opened on. */
const windows = new Map<BrowserWindow, string | undefined>();

/** The lab file among the arguments: what stands before it differs between a packed app and one that is being made. */
function fileIn(args: readonly string[], folder: string): string | undefined {
  const given = args.slice(1).find((arg) => !arg.startsWith('-') && arg.endsWith(labEnding));
  return given === undefined ? undefined : resolve(folder, given);
}

/** Opens a lab, or comes back to the window that has it; without one, the samples. */
async function openLab(path: string | undefined): Promise<void> {
  for (const [window, shown] of windows) {
    if (shown !== path) continue;
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  const [words, bounds, place] = await Promise.all([
    chooseWords(),
    readBounds(),
    placeOf(root, { file: path }),
  ]);
  const host = createHost({
    version: app.getVersion(),
    workspace: createWorkspace(place.workspace),
    file: place.file,
    writable: true,
    backends,
  });
  const window = createWindow(words, bounds);
  windows.set(window, path);
  if (path !== undefined) app.addRecentDocument(path);
  window.once('closed', () => windows.delete(window));
  connect(window.webContents, host);
  await window.loadURL(pageAddress);
}

function open(path: string | undefined): void {
  openLab(path).catch((bug: unknown) => process.emitWarning(bug instanceof Error ? bug : String(bug)));
}

async function start(): Promise<void> {
  let asked = fileIn(process.argv, process.cwd());
  // macOS opens files by an event, which may come before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) open(path);
    else asked = path;
  });
  app.on('second-instance', (_, args, folder) => {
    const path = fileIn(args, folder);
    const [first] = windows.keys();
    if (path !== undefined || !first) return open(path);
    if (first.isMinimized()) first.restore();
    first.focus();
  });
  app.on('activate', () => {
    if (windows.size === 0) open(undefined);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  declareScheme();
  await app.whenReady();
  protect(session.defaultSession, join(root, 'dist', 'renderer'));
  answerCalls();
  Menu.setApplicationMenu(createMenu(await chooseWords(), open));
  await openLab(asked);
}

// What Chromium keeps goes where Netloom keeps its own; this is also what makes a session the only one.
app.setPath('userData', join(stateFolder(), 'window'));
if (app.requestSingleInstanceLock()) {
  start().catch((bug: unknown) => {
    console.error(bug);
    app.exit(1);
  });
} else {
  app.quit();
}

import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { createHost, type RunningHost } from '../host/create-host.ts';
import { backends } from '../host/drivers/index.ts';
import { createWorkspace, labEnding } from '../host/files/workspace.ts';
import { createGate } from '../host/gate.ts';
import { placeOf } from '../host/place.ts';
import { createRecent } from '../host/recent.ts';
import { stateFolder } from '../host/state-folder.ts';
import { readBounds } from './bounds.ts';
import { answerCalls, connect, tell } from './bridge.ts';
import { closeSaved, followQuitting, guardClosing } from './closing.ts';
import { chooseToOpen, chooseToSave } from './dialogs.ts';
import { createMenu } from './menu.ts';
import { declareScheme, pageAddress, protect } from './protection.ts';
import { createWindow } from './window.ts';
import { chooseWords } from './words.ts';

/** The package: this file is dist/electron/main.cjs in it. */
const root = join(__dirname, '..', '..');

/** Open windows, each with its host, which knows what it shows. */
const windows = new Map<BrowserWindow, RunningHost>();

/** The lab file among the arguments: what stands before it differs between a packed app and one that is being made. */
function fileIn(args: readonly string[], folder: string): string | undefined {
  const given = args.slice(1).find((arg) => !arg.startsWith('-') && arg.endsWith(labEnding));
  return given === undefined ? undefined : resolve(folder, given);
}

const gate = createGate();
const recent = createRecent(join(stateFolder(), 'recent.json'));

/** Opens a lab, or comes back to the window that has it; without one, the samples. */
async function openLab(path: string | undefined): Promise<void> {
  for (const [window, { shown }] of windows) {
    if (path === undefined || shown !== path) continue;
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  const [bounds, place] = await Promise.all([readBounds(), placeOf(root, { file: path })]);
  const workspace = createWorkspace(place.workspace);
  const window = createWindow(bounds);
  const host = createHost({
    version: app.getVersion(),
    workspace,
    // A file that was named by its person may be a link out of its folder.
    file: path === undefined ? place.file : workspace.grant(path),
    writable: true,
    backends,
    gate,
    recent,
    desktop: {
      chooseToOpen: () => chooseToOpen(window),
      chooseToSave: (suggested) => chooseToSave(window, suggested),
      closeSaved: () => closeSaved(window),
      openElsewhere: open,
      settingsWritten: showMenu,
    },
  });
  windows.set(window, host);
  if (path !== undefined) app.addRecentDocument(path);
  window.once('closed', () => windows.delete(window));
  guardClosing(window, host);
  connect(window.webContents, host);
  await window.loadURL(pageAddress);
}

/** Builds the menu from the words and the recent labs of now. */
function showMenu(): void {
  Promise.all([chooseWords(), recent.list()])
    .then(([words, labs]) =>
      Menu.setApplicationMenu(
        createMenu(words, labs, {
          command: (window, id) => tell(window.webContents, 'command', { id }),
          open,
          chooseAndOpen: () => void chooseToOpen(undefined).then((path) => path !== undefined && open(path)),
          clearRecent() {
            app.clearRecentDocuments();
            void recent.clear();
          },
        }),
      ),
    )
    .catch((bug: unknown) => process.emitWarning(bug instanceof Error ? bug : String(bug)));
}

/** One after the other, so that a lab asked for twice finds the window of the first time. */
let opening: Promise<void> = Promise.resolve();
function open(path: string | undefined): void {
  opening = opening
    .then(() => openLab(path))
    .catch((bug: unknown) => process.emitWarning(bug instanceof Error ? bug : String(bug)));
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
  followQuitting();
  recent.onChange(showMenu);
  showMenu();
  opening = openLab(asked);
  await opening;
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

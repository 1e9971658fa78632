import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { violationsOf } from '../e2e/fixture.ts';
import { type Ground, prepareGround, type StageOptions } from '../e2e/stage.ts';
import { parts } from '../setup/parts.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Arguments that a window needs in a test: root has no sandbox, and a screen in memory no graphics card. */
const testFlags = ['--no-sandbox', '--disable-gpu'];

export interface Shell extends Ground {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page and the main process complained about. */
  readonly problems: string[];
  /** What the content policy stopped. Closing fails on any that the test has not looked at and taken out. */
  readonly violations: string[];
  /** Ends the app as a crash does; its ground stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the built desktop app; without a file it opens the samples. */
export async function openShell(options: StageOptions = {}): Promise<Shell> {
  const { electron } = parts();
  if (!electron) throw new Error('there is no Electron: npm run setup, or set ELECTRON_OVERRIDE_DIST_PATH');
  const ground = options.ground ?? prepareGround(options);
  const env = Object.entries({ ...ground.env, LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'disabled:' });
  const file = options.file === undefined ? [] : [join(ground.workspace, options.file)];
  // Playwright's loader holds the app back until it listens; it comes only where Electron is found by its package. Without it
  // an app that is ready too soon is waited for in vain, once in about forty starts.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder;
  const app = await _electron.launch({
    args: [...testFlags, root, ...file],
    cwd: root,
    env: Object.fromEntries(env.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    timeout: 30_000,
  });
  const main = app.process();
  const end = (): void => void main.kill('SIGKILL');
  process.once('exit', end);
  const problems: string[] = [];
  main.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    if (/\(node:|Error:|Unhandled/.test(text)) problems.push(text);
  });
  const page = await app.firstWindow();
  const violations = await violationsOf(page);
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  const isOver = (): boolean => main.exitCode !== null || main.signalCode !== null;
  const ended = new Promise<void>((done) => {
    if (isOver()) done();
    else main.once('exit', () => done());
  });
  return {
    ...ground,
    app,
    page,
    problems,
    violations,
    kill: async () => {
      end();
      await ended;
      process.off('exit', end);
    },
    close: async () => {
      const late = setTimeout(end, 10_000);
      if (!isOver()) await app.evaluate(({ app: shell }) => shell.exit(0)).catch(() => undefined);
      await ended;
      clearTimeout(late);
      process.off('exit', end);
      ground.remove();
      expect(violations, 'violations of the content policy').toEqual([]);
    },
  };
}

/** Lets the dialogs of the system answer at once, from now on. */
export function chooseInDialogs(
  shell: Pick<Shell, 'app'>,
  answers: { readonly open?: string; readonly save?: string },
): Promise<void> {
  return shell.app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
  }, answers);
}

/** Chooses an item of the native menu by its label, as a click does. */
export function choose(shell: Pick<Shell, 'app'>, label: string): Promise<void> {
  return shell.app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const all = (items: readonly Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
    const items = all(Menu.getApplicationMenu()?.items ?? []);
    const item = items.find((one) => one.label === wanted);
    if (!item) throw new Error(`no ${wanted} among ${items.map((one) => one.label).join()}`);
    const [window] = BrowserWindow.getAllWindows();
    item.click({ triggeredByAccelerator: false }, window, window?.webContents);
  }, label);
}

/** Answers the next questions of the app with the buttons of these names, one after the other. */
export function answerQuestions(shell: Pick<Shell, 'app'>, buttons: readonly string[]): Promise<void> {
  return shell.app.evaluate(({ dialog }, names) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    const left = [...names];
    dialog.showMessageBox = ((_: unknown, box: Electron.MessageBoxOptions) => {
      asked.push(box.message);
      const response = box.buttons?.indexOf(left.shift() ?? '') ?? -1;
      return Promise.resolve({
        response: response === -1 ? (box.cancelId ?? 0) : response,
        checkboxChecked: false,
      });
    }) as unknown as typeof dialog.showMessageBox;
  }, buttons);
}

/** The questions that were asked since `answerQuestions`. */
export function asked(shell: Pick<Shell, 'app'>): Promise<string[]> {
  return shell.app.evaluate(() => (Reflect.get(globalThis, 'asked') ?? []) as string[]);
}

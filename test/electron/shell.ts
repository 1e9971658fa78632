import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
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
  close(): Promise<void>;
}

/** Starts the built desktop app; without a file it opens the samples. */
export async function openShell(options: StageOptions = {}): Promise<Shell> {
  const { electron } = parts();
  if (!electron) throw new Error('there is no Electron: npm run setup, or set ELECTRON_OVERRIDE_DIST_PATH');
  const ground = prepareGround(options);
  const env = Object.entries({ ...ground.env, LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'disabled:' });
  const file = options.file === undefined ? [] : [join(ground.workspace, options.file)];
  const app = await _electron.launch({
    executablePath: electron.program,
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
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return {
    ...ground,
    app,
    page,
    problems,
    close: async () => {
      const ended = new Promise<void>((done) => {
        if (main.exitCode !== null || main.signalCode !== null) done();
        else main.once('exit', () => done());
      });
      const late = setTimeout(end, 10_000);
      await app.evaluate(({ app: shell }) => shell.exit(0)).catch(() => undefined);
      await ended;
      clearTimeout(late);
      process.off('exit', end);
      ground.remove();
    },
  };
}

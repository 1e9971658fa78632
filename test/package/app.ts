import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { type Ground, prepareGround, type StageOptions } from '../e2e/stage.ts';

/*
 * The packed app lets nobody debug its main process, which is how Playwright starts an Electron. So it is started as a
 * user would start it, and its pages are reached over the protocol of Chromium.
 */

/** Root has no sandbox. Not an argument: a program that took itself for Node would stumble over it and do nothing. */
const testEnv = { ELECTRON_DISABLE_SANDBOX: '1', LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

export interface PackedApp extends Ground {
  readonly page: Page;
  /** What the page and the main process complained about. */
  readonly problems: string[];
  /** The page of the next window that opens. */
  nextPage(): Promise<Page>;
  /** Starts the program once more with these arguments and waits for its end. */
  startAgain(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number | null>;
  /** Everything the main process has written so far. */
  said(): string;
  close(): Promise<void>;
}

export interface PackedOptions extends StageOptions {
  /** Arguments before the file. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a packed program on a ground of its own; without a file it opens the samples. */
export async function openPacked(program: string, options: PackedOptions = {}): Promise<PackedApp> {
  const ground = prepareGround(options);
  const file = options.file === undefined ? [] : [join(ground.workspace, options.file)];
  const env = { ...ground.env, ...testEnv, ...options.env };
  const start = (args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawn(program, args, {
      cwd: ground.workspace,
      env: { ...env, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const main = start(['--disable-gpu', '--remote-debugging-port=0', ...(options.args ?? []), ...file]);
  const ended = new Promise<void>((done) => main.once('close', () => done()));
  const end = (): void => void main.kill('SIGKILL');
  process.once('exit', end);
  const problems: string[] = [];
  let said = '';
  main.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    said += text;
    if (/\(node:|Error:|Unhandled/.test(text)) problems.push(text);
  });
  const close = async (): Promise<void> => {
    main.kill('SIGTERM');
    const late = setTimeout(end, 10_000);
    await ended;
    clearTimeout(late);
    process.off('exit', end);
    ground.remove();
  };
  try {
    const browser = await chromium.connectOverCDP(await addressOf(main), { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('the app has no session');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    page.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    return {
      ...ground,
      page,
      problems,
      said: () => said,
      nextPage: () => context.waitForEvent('page'),
      startAgain: (args, more) =>
        new Promise((done) => {
          const again = start(args, more);
          again.stderr?.resume();
          again.once('close', done);
        }),
      close: async () => {
        await browser.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    program.once('error', failed);
    program.once('close', (code) => failed(new Error(`the app ended with ${code}: ${text}`)));
    program.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const match = /DevTools listening on (ws:\/\/\S+)/.exec(text);
      if (match?.[1]) found(match[1]);
    });
  });
}

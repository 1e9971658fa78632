import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { parts } from '../setup/parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the test's own with a workspace, a VirtualBox profile and Netloom's state. */
export interface Ground {
  readonly folder: string;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

export interface Stage extends Ground {
  /** A fresh address that opens the page once. */
  readonly address: string;
  readonly pid: number;
  /** Ends the server as a crash does; its ground stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

let count = 0;

export interface StageOptions {
  readonly file?: string;
  readonly prepare?: (workspace: string) => void;
  /** Files Netloom kept in an earlier session, by their path in its state. */
  readonly state?: Readonly<Record<string, string>>;
  /** The ground of a session before this one, to come back to. */
  readonly ground?: Ground;
  /** More arguments of the program. */
  readonly args?: readonly string[];
  /** A command around the program, such as one that mounts something first. */
  readonly wrap?: (command: readonly string[]) => readonly string[];
}

export function prepareGround(options: StageOptions): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'netloom-e2e-'));
  const workspace = join(folder, 'labs');
  mkdirSync(workspace);
  options.prepare?.(workspace);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    VBOX_USER_HOME: join(folder, 'virtualbox'),
    VBOX_IPC_SOCKETID: `netloom-e2e-${process.pid}-${count++}`,
    NETLOOM_STATE: join(folder, 'state'),
  };
  for (const [name, text] of Object.entries(options.state ?? {})) {
    const path = join(folder, 'state', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const box = parts().virtualbox;
  if (box) env['VBOXMANAGE'] = box.wrapper;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { folder, workspace, env, remove };
}

/** Starts the built program on a workspace; `file` is opened first. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const ground = options.ground ?? prepareGround(options);
  const { workspace, env } = ground;
  const file = options.file === undefined ? [] : [join(workspace, options.file)];
  const args = [
    'dist/cli/netloom.js',
    'serve',
    ...file,
    '--port',
    '0',
    '--no-open',
    ...(options.args ?? []),
    '--workspace',
    workspace,
  ];
  const command = [process.execPath, ...args];
  const [program = process.execPath, ...rest] = options.wrap?.(command) ?? command;
  const server = spawn(program, rest, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  // A test that ran out of time closes nothing; its server ends with the worker.
  const endServer = () => server.kill('SIGKILL');
  process.once('exit', endServer);
  const address = await addressOf(server);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.off('exit', endServer);
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await ended;
  };
  return {
    ...ground,
    address,
    pid: server.pid ?? 0,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      ground.remove();
    },
  };
}

/** Runs the program where something is mounted that only it and its children see. */
export function mounted(script: string): NonNullable<StageOptions['wrap']> {
  const namespace = process.getuid?.() === 0 ? '-m' : '-rm';
  return (command) => ['unshare', namespace, 'sh', '-c', `set -e; ${script}; exec "$@"`, 'sh', ...command];
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${text}`)));
    server.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:[0-9]+\/\?token=\S+/.exec(text);
      if (match) found(match[0]);
    });
  });
}

/** Drags a palette entry to a place on the canvas, given from its top left corner. */
export async function dropDevice(page: Page, entry: string, x: number, y: number): Promise<void> {
  await page.locator(`[data-entry="${entry}"]`).dragTo(page.locator('.canvas'), { targetPosition: { x, y } });
}

export function device(page: Page, id: string): Locator {
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

/** Drags a cable from the edge of one device to the middle of another, as a hand does. */
export async function dragCable(page: Page, from: string, to: string): Promise<void> {
  await device(page, from).hover();
  const start = await device(page, from).locator('.plug.react-flow__handle-bottom').boundingBox();
  const end = await device(page, to).boundingBox();
  if (!start || !end) throw new Error(`no ${from} or ${to} on the canvas`);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2 - 30, end.y + end.height / 2 - 4, { steps: 8 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  await page.mouse.up();
}

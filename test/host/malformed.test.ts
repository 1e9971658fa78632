import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHost } from '../../host/create-host.ts';
import { createWorkspace } from '../../host/files/workspace.ts';
import { type Serving, serve } from '../../host/serve.ts';
import { oddCalls, randomFrom } from './malformed.ts';

const seed = Number(process.env['NETLOOM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const calls = 10_000;
const secret = 'this stays outside';

let folder: string;
let serving: Serving;
let cookie: string;
const complaints: unknown[] = [];
const complain = (problem: unknown): void => void complaints.push(problem);
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

interface Reply {
  readonly status: number;
  readonly text: string;
}

function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<Reply> {
  return new Promise((done, failed) => {
    const out = request({ agent, host: '127.0.0.1', port: serving.port, method, path, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => {
        parts.push(part);
        // The stream of events has no end.
        if (reply.headers['content-type'] === 'text/event-stream') out.destroy();
      });
      reply.once('close', () =>
        done({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
    });
    out.once('error', failed);
    out.end(body);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-malformed-'));
  const labs = join(folder, 'labs');
  await mkdir(labs);
  await writeFile(join(labs, 'index.html'), '<!doctype html><title>page</title>');
  await mkdir(join(folder, 'outside'));
  await writeFile(join(folder, 'outside.netloom.json'), secret);
  await writeFile(join(folder, 'outside/secret.netloom.json'), secret);
  await symlink(join(folder, 'outside.netloom.json'), join(labs, 'link.netloom.json'));
  await symlink(join(folder, 'outside'), join(labs, 'link-folder'));
  const host = createHost({
    version: '0',
    workspace: createWorkspace(labs),
    writable: true,
    backends: [],
    state: join(folder, 'state'),
  });
  process.env['NETLOOM_STATE'] = join(folder, 'state');
  serving = await serve(host, { folder: labs, port: 0 });
  const opened = await fetch(serving.address(), { redirect: 'manual' });
  cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  process.on('unhandledRejection', complain).on('warning', complain);
});

afterAll(async () => {
  process.off('unhandledRejection', complain).off('warning', complain);
  delete process.env['NETLOOM_STATE'];
  agent.destroy();
  await serving.close();
  await rm(folder, { recursive: true });
});

it(`answers ten thousand malformed calls with a result or an error of HTTP (NETLOOM_SEED=${seed})`, async () => {
  const random = randomFrom(seed);
  const odd = oddCalls(random);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const origin = `http://127.0.0.1:${serving.port}`;
  const good = { cookie, origin, 'content-type': 'application/json' };
  /** Each of these alone must keep a call out. */
  const wrong: readonly Record<string, string>[] = [
    { cookie: '' },
    { cookie: `${cookie.slice(0, -1)}${cookie.endsWith('0') ? '1' : '0'}` },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
    { host: `evil.example:${serving.port}` },
    { host: `localhost:${serving.port}` },
    { 'content-type': 'text/plain' },
  ];
  const found: Record<string, number> = {};
  const bad: string[] = [];
  const one = async (): Promise<void> => {
    const { name, body } = odd();
    const isIntruder = random() < 0.2;
    const method = random() < 0.9 ? 'POST' : oneOf(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']);
    const path =
      random() < 0.95
        ? `/call/${encodeURIComponent(name.replace(/[\ud800-\udfff]/g, ''))}`
        : oneOf(['/call/%', '/call', '/%ff', '//', '/?token=x', '/..%2f..%2fx.json', '/__proto__']);
    const { status, text } = await send(
      method,
      path,
      { ...good, ...(isIntruder && oneOf(wrong)) },
      ['POST', 'PUT', 'PATCH'].includes(method) ? body : undefined,
    );
    found[status] = (found[status] ?? 0) + 1;
    const isCall = method === 'POST' && path.startsWith('/call/');
    const isResult = status === 200 && /^\{"ok":(true,"value":|false,"problem":\{"code":)/.test(text);
    if (isIntruder && isCall && ![400, 403, 431].includes(status))
      bad.push(`${status} for an intruder: ${path.slice(0, 80)}`);
    if (isCall && !isResult && ![400, 403, 404, 413, 431].includes(status))
      bad.push(`${status} ${path.slice(0, 80)} ${text.slice(0, 200)}`);
    if (status >= 500) bad.push(`${status} ${method} ${path.slice(0, 80)}`);
    if (text.includes(secret)) bad.push(`told what is outside: ${path} ${body.slice(0, 200)}`);
  };
  for (let done = 0; done < calls; done += 50) await Promise.all(Array.from({ length: 50 }, one));
  expect(bad).toEqual([]);
  expect(found[200]).toBeGreaterThan(calls / 2);
  expect(complaints).toEqual([]);
  // The host is as it was: it answers, and nothing outside was touched.
  const alive = await send('POST', '/call/lab.new-id', good, '{}');
  expect(JSON.parse(alive.text)).toMatchObject({ ok: true });
  expect((await readdir(folder)).toSorted()).toEqual(['labs', 'outside', 'outside.netloom.json', 'state']);
  expect(await readdir(join(folder, 'outside'))).toEqual(['secret.netloom.json']);
  expect([
    await readFile(join(folder, 'outside.netloom.json'), 'utf8'),
    await readFile(join(folder, 'outside/secret.netloom.json'), 'utf8'),
  ]).toEqual([secret, secret]);
}, 120_000);

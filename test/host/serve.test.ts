import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../host/create-host.ts';
import { createWorkspace } from '../../host/files/workspace.ts';
import { type Serving, serve } from '../../host/serve.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { sketchDesign } from '../../shared/file/sketch.ts';

const lab = writeDesign(sketchDesign('vm a 192.0.2.1/24\nvm b 192.0.2.2/24\na -- b'));

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request with any headers, which fetch would not let us set. */
function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((done, failed) => {
    const out = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (reply) => {
        let text = '';
        reply.on('data', (part: Buffer) => {
          text += part.toString();
          if (reply.headers['content-type'] === 'text/event-stream') out.destroy();
        });
        reply.on('close', () => done({ status: reply.statusCode ?? 0, text, headers: reply.headers }));
      },
    );
    out.on('error', (problem) => (out.destroyed ? undefined : failed(problem)));
    out.end(options.body);
  });
}

describe('the local server', () => {
  let folder: string;
  let outside: string;
  let serving: Serving;
  let cookie: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netloom-serve-'));
    outside = await mkdtemp(join(tmpdir(), 'netloom-outside-'));
    await writeFile(join(folder, 'a.netloom.json'), lab);
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    await writeFile(join(outside, 'secret.netloom.json'), lab);
    await symlink(join(outside, 'secret.netloom.json'), join(folder, 'link.netloom.json'));
    const host = createHost({
      version: '0',
      workspace: createWorkspace(folder),
      writable: true,
      backends: [],
      state: join(outside, 'state'),
    });
    serving = await serve(host, { folder, port: 0 });
    const opened = await send(
      serving.port,
      new URL(serving.address()).pathname + new URL(serving.address()).search,
    );
    cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  });

  afterAll(async () => {
    await serving.close();
    await rm(folder, { recursive: true });
    await rm(outside, { recursive: true });
  });

  async function call(name: string, input: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const origin = `http://127.0.0.1:${serving.port}`;
    return send(serving.port, `/call/${name}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    });
  }

  it('opens the page once for each address', async () => {
    const { pathname, search } = new URL(serving.address());
    const first = await send(serving.port, pathname + search);
    const second = await send(serving.port, pathname + search);
    expect([first.status, first.headers.location, second.status]).toEqual([303, '/', 403]);
    expect(String(first.headers['set-cookie'])).toMatch(
      /^netloom-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(second.text).toContain('press Enter');
  });

  it.each([
    ['no cookie', '/', {}],
    ['a wrong cookie', '/', { cookie: `netloom-0=${'0'.repeat(64)}` }],
  ])('refuses a page with %s', async (_name, path, headers) => {
    expect((await send(serving.port, path, { headers })).status).toBe(403);
  });

  it('refuses another Host, so that a name that an attacker points here does not work', async () => {
    const reply = await send(serving.port, '/', {
      headers: { cookie, host: `evil.example:${serving.port}` },
    });
    expect(reply.status).toBe(403);
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['a form content type', { 'content-type': 'text/plain' }],
    ['no cookie', { cookie: '' }],
  ])('refuses a call with %s', async (_name, headers) => {
    expect((await call('session.read', {}, headers)).status).toBe(403);
  });

  it('sends the page with a strict content policy', async () => {
    const page = await send(serving.port, '/', { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it.each(['/../secret.netloom.json', '/%2e%2e/%2e%2e/etc/passwd.json', '/a.netloom.json/../../x.html'])(
    'sends nothing for %s',
    async (path) => {
      expect((await send(serving.port, path, { headers: { cookie } })).status).toBe(404);
    },
  );

  it.each(['/%', '//', '/%ff'])('answers a malformed address %s without falling over', async (path) => {
    expect([400, 404]).toContain((await send(serving.port, path, { headers: { cookie } })).status);
  });

  it('refuses a cookie that only looks as long as the right one', async () => {
    const odd = `${cookie.slice(0, -1)}é`;
    expect((await send(serving.port, '/', { headers: { cookie: odd } })).status).toBe(403);
  });

  it('refuses a name that is not in the contract, even one of Object.prototype', async () => {
    const replies = await Promise.all(
      ['shell.run', 'constructor', '__proto__'].map((name) => call(name, {})),
    );
    expect(replies.map(({ text }) => JSON.parse(text).problem.code)).toEqual([
      'bad-input',
      'bad-input',
      'bad-input',
    ]);
  });

  it('refuses an input of the wrong shape', async () => {
    expect(JSON.parse((await call('design.open', { file: 7 })).text).problem.code).toBe('bad-input');
  });

  it.each([
    '../x.netloom.json',
    '/etc/x.netloom.json',
    'link.netloom.json',
    'a.json',
    'x\u0000.netloom.json',
  ])('reads nothing outside the workspace: %j', async (file) => {
    expect(JSON.parse((await call('design.open', { file })).text)).toMatchObject({
      ok: false,
      problem: { code: 'refused' },
    });
  });

  it('saves over the version that was read, and refuses a stale one', async () => {
    const opened = JSON.parse((await call('design.open', { file: 'a.netloom.json' })).text).value;
    const saved = JSON.parse(
      (await call('design.save', { file: 'a.netloom.json', text: `${lab}\n`, basedOn: opened.version })).text,
    );
    const stale = JSON.parse(
      (await call('design.save', { file: 'a.netloom.json', text: 'lost', basedOn: opened.version })).text,
    );
    const blind = JSON.parse((await call('design.save', { file: 'a.netloom.json', text: 'lost' })).text);
    expect([saved.ok, stale.problem.code, blind.problem.code]).toEqual([true, 'changed', 'exists']);
    expect(await readFile(join(folder, 'a.netloom.json'), 'utf8')).toBe(`${lab}\n`);
  });

  it('streams events to pages of this session only', async () => {
    expect((await send(serving.port, '/events', {})).status).toBe(403);
    expect((await send(serving.port, '/events', { headers: { cookie } })).text).toBe(': open\n\n');
  });
});

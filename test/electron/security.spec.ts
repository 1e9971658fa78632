import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/host/index.ts';
import { callNames } from '../../shared/contract/index.ts';
import { projectFiles } from '../structure/files.ts';
import { oddCalls, randomFrom } from '../host/malformed.ts';
import { chooseInDialogs, openShell, root, type Shell } from './shell.ts';

const seed = Number(process.env['NETLOOM_SEED'] ?? 20_251_125);

/* Electron's security list, by its numbers, read from a window that runs. 19, fuses, is a matter of the package. */

let shell: Shell;
test.beforeAll(async () => {
  shell = await openShell();
  await expect(shell.page.locator('.react-flow__node').first()).toBeVisible();
});
test.afterAll(() => shell.close());

test('1, 18: only app:// is loaded', async () => {
  let reached = 0;
  const server = createServer((_, response) => {
    reached++;
    response.end('reached');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
  try {
    const tried = await shell.page.evaluate(async (to) => {
      const load = (src: string) =>
        new Promise<string>((done) => {
          const image = new Image();
          image.onload = () => done('loaded');
          image.onerror = () => done('refused');
          image.src = src;
        });
      const fetched = await fetch(to).then(
        () => 'loaded',
        () => 'refused',
      );
      return [location.protocol, fetched, await load(to), await load('file:///etc/hostname')];
    }, address);
    expect(tried).toEqual(['app:', 'refused', 'refused', 'refused']);
    await expect
      .poll(() => shell.violations.toSorted())
      .toEqual([`connect-src ${address}`, `img-src ${address}`]);
    shell.violations.length = 0;
    // A page without our content policy gets nowhere either.
    const loaded = await shell.app.evaluate(async ({ BrowserWindow }, to) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      try {
        return await window.loadURL(to).then(() => 'loaded', String);
      } finally {
        window.destroy();
      }
    }, address);
    expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(reached).toBe(0);
  } finally {
    server.close();
  }
  const outside = await shell.page.evaluate(async () => {
    const paths = ['../../package.json', '%2e%2e/%2e%2e/package.json', '%2e%2e%2f%2e%2e%2fpackage.json', '%'];
    return Promise.all(paths.map(async (path) => (await fetch(`./${path}`)).status));
  });
  expect(outside).toEqual([404, 404, 404, 404]);
});

test('2, 3, 4, 6, 8, 9, 10, 12: the page is sandboxed and isolated, with nothing switched on', async () => {
  const preferences = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      // Not in the declarations; it is what the page was really made with.
      (
        webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences(),
    ),
  );
  expect(preferences).toHaveLength(1);
  const [used] = preferences;
  expect(used).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(used?.webSecurity).not.toBe(false);
  for (const name of [
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
  ] as const) {
    expect(used?.[name] ?? false, name).toBeFalsy();
  }
  const globals = await shell.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof Reflect.get(window, name)),
  );
  expect(new Set(globals)).toEqual(new Set(['undefined']));
});

test('5: permissions are refused, but for copying', async () => {
  const { page } = shell;
  const asked = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    place: await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        ({ code }) => done(code === 1 ? 'denied' : `error ${code}`),
      ),
    ),
    clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
  }));
  expect(asked).toEqual({ notification: 'denied', camera: 'denied', place: 'denied', clipboard: 'denied' });
  // Copying itself wants a focus that nothing has without a window manager.
  const copying = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
  );
  expect(copying).toBe('granted');
});

test('7: the content policy holds, and the page itself does nothing against it', async () => {
  await shell.page.reload();
  await expect(shell.page.locator('.react-flow__node').first()).toBeVisible();
  expect(shell.violations).toEqual([]);
  const seen = await shell.page.evaluate(async () => {
    const policy = (await fetch('./')).headers.get('content-security-policy');
    const violated = new Promise<string>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), {
        once: true,
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.body.append(script);
    return { policy, violated: await violated, planted: 'planted' in window };
  });
  expect(seen.policy).toContain("default-src 'self'");
  expect(seen.policy).toContain("frame-ancestors 'none'");
  expect(seen.policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:/);
  expect(seen).toMatchObject({ violated: 'script-src-elem', planted: false });
  await expect.poll(() => [...shell.violations]).toEqual(['script-src-elem inline']);
  shell.violations.length = 0;
});

test('11, 12, 13, 14: nowhere to go, no window, no frame, no download', async () => {
  const { page, app } = shell;
  await app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event) => {
      Reflect.set(globalThis, 'prevented', event.defaultPrevented);
    });
  });
  const opened = await page.evaluate(() => {
    Reflect.set(window, 'mark', 1);
    return [window.open('https://127.0.0.1:9/'), window.open('app://netloom/'), window.open('')];
  });
  expect(opened).toEqual([null, null, null]);
  for (const address of ['https://127.0.0.1:9/', 'file:///etc/hostname', 'app://netloom/index.html']) {
    await page.evaluate((to) => location.assign(to), address);
    await page.waitForTimeout(150);
    expect(page.url()).toBe('app://netloom/');
    expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBe(1);
  }
  const framed = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://netloom/index.html';
    document.body.append(frame);
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://127.0.0.1:9/');
    document.body.append(view);
    await new Promise((done) => setTimeout(done, 300));
    const readable = frame.contentDocument?.querySelector('#root') ?? null;
    frame.remove();
    view.remove();
    return { readable, view: view.constructor.name };
  });
  expect(framed).toEqual({ readable: null, view: 'HTMLElement' });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'prevented') as unknown)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('15, 16: nothing is handed to other programs by address, and Electron is pinned', () => {
  const users = projectFiles().filter(
    (name) =>
      name.startsWith('electron/') && /openExternal|openPath/.test(readFileSync(join(root, name), 'utf8')),
  );
  expect(users).toEqual([]);
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});

test('17: calls of another page or of a wrong shape are refused', async () => {
  const preload = join(root, 'dist/electron/preload.cjs');
  const stranger = await shell.app.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
    try {
      await window.loadURL('data:text/html,<p>stranger</p>');
      return (await window.webContents.executeJavaScript("netloom['session.read']({})")) as unknown;
    } finally {
      window.destroy();
    }
  }, preload);
  expect(stranger).toMatchObject({ ok: false, problem: { code: 'refused' } });
  const wrong = await shell.page.evaluate(async () => {
    const bridge = window.netloom as unknown as Record<string, (input?: unknown) => Promise<unknown>>;
    const inputs = [
      undefined,
      null,
      1,
      'x',
      [],
      { file: 1 },
      { file: 'x'.repeat(5000) },
      { text: 5, file: 'a' },
    ];
    const answers: unknown[] = [];
    for (const input of inputs)
      answers.push(await bridge['design.save']?.(input), await bridge['plan.make']?.(input));
    const outside = await bridge['design.open']?.({ file: '../settings.netloom.json' });
    return { answers, outside };
  });
  for (const answer of wrong.answers)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad-input' } });
  expect(wrong.outside).toMatchObject({ ok: false, problem: { code: 'refused' } });
  const second = await openShell();
  try {
    await expect(second.page.locator('.react-flow__node').first()).toBeVisible();
    const elsewhere = await second.app.evaluate(async ({ BrowserWindow }) => {
      const [ours] = BrowserWindow.getAllWindows();
      await ours?.loadURL('data:text/html,<p>elsewhere</p>');
      return (await ours?.webContents.executeJavaScript("netloom['session.read']({})")) as unknown;
    });
    expect(elsewhere, 'our own window, with another page').toMatchObject({
      ok: false,
      problem: { code: 'refused' },
    });
  } finally {
    await second.close();
  }
});

test(`17: ten thousand malformed calls get a result each, and the host goes on (NETLOOM_SEED=${seed})`, async () => {
  const before = shell.problems.length;
  await chooseInDialogs(shell, {});
  const outside = join(shell.folder, 'outside.netloom.json');
  writeFileSync(outside, 'this stays outside');
  const odd = oddCalls(randomFrom(seed));
  let results = 0;
  for (let done = 0; done < 10_000; done += 250) {
    const calls = Array.from({ length: 250 }, odd);
    results += await shell.page.evaluate(async (given) => {
      const bridge = window.netloom as unknown as Record<string, (...input: unknown[]) => Promise<unknown>>;
      const things = [
        undefined,
        Number.NaN,
        new Date(0),
        new Uint8Array(8),
        new Map([[1, 2]]),
        new Error('x'),
        1n,
      ];
      const inputOf = (body: string, index: number): unknown => {
        if (index % 20 === 0) return things[(index / 20) % things.length];
        try {
          return JSON.parse(body);
        } catch {
          return body;
        }
      };
      const answers = given.map(async ({ name, body }, index) => {
        // What the bridge does not have cannot be called; what is too deep to be copied never leaves the page.
        if (!Object.hasOwn(bridge, name) || name === 'on') return true;
        try {
          const answer = (await bridge[name]?.(inputOf(body, index), 'one more')) as { ok?: unknown };
          return typeof answer.ok === 'boolean' && !JSON.stringify(answer).includes('this stays outside');
        } catch (error) {
          return /could not be cloned|recursion depth|call stack/i.test(String(error)) || String(error);
        }
      });
      const bad = (await Promise.all(answers)).filter((one) => one !== true);
      if (bad.length > 0) throw new Error(JSON.stringify(bad.slice(0, 5)));
      return given.length;
    }, calls);
  }
  expect(results).toBe(10_000);
  const after = await shell.page.evaluate(() => window.netloom?.['lab.new-id']({}));
  expect(after).toMatchObject({ ok: true });
  expect(readFileSync(outside, 'utf8')).toBe('this stays outside');
  expect(shell.problems.slice(before)).toEqual([]);
});

test('20: the page gets one function for each call, and events; nothing of Electron', async () => {
  const given = await shell.page.evaluate(() =>
    Object.entries(window.netloom ?? {}).map(([name, value]) => [name, typeof value] as const),
  );
  expect(given.map(([name]) => name).toSorted()).toEqual([...callNames, 'on'].toSorted());
  expect(new Set(given.map(([, type]) => type))).toEqual(new Set(['function']));
  const bad = await shell.page.evaluate(() => {
    try {
      const bridge = window.netloom as unknown as { on(name: string, listener: () => void): void };
      bridge.on('ipc-message', () => undefined);
      return 'listened';
    } catch (error) {
      return String(error);
    }
  });
  expect(bad).toContain('no event ipc-message');
});

import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../host/answer.ts';
import { createHost, type RunningHost } from '../../host/create-host.ts';
import type { Desktop } from '../../host/desktop.ts';
import { createWorkspace } from '../../host/files/workspace.ts';
import { createGate } from '../../host/gate.ts';

let folder: string;
let chosen: string | undefined;
let elsewhere: string[];
const desktop: Desktop = {
  chooseToOpen: () => Promise.resolve(chosen),
  chooseToSave: () => Promise.resolve(chosen),
  closeSaved: () => undefined,
  openElsewhere: (path) => void elsewhere.push(path),
  settingsWritten: () => undefined,
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-desktop-'));
  await mkdir(join(folder, 'labs'));
  await writeFile(join(folder, 'labs/in.netloom.json'), '{}');
  await writeFile(join(folder, 'out.netloom.json'), '{"lab":{"name":"out"}}');
  await writeFile(join(folder, 'beside.netloom.json'), '{}');
  elsewhere = [];
});
afterEach(() => rm(folder, { recursive: true, maxRetries: 5 }));

function hostWith(shell?: Desktop): RunningHost {
  return createHost({
    version: '0',
    workspace: createWorkspace(join(folder, 'labs')),
    writable: true,
    backends: [],
    state: join(folder, 'state'),
    ...(shell && { desktop: shell }),
  });
}

/** What a call gave, or the code of what stood in its way. */
async function ask(host: RunningHost, name: string, input: unknown): Promise<unknown> {
  const result = await answer(host, name, input);
  return result.ok ? result.value : result.problem.code;
}

describe('a host in a desktop', () => {
  it('lets the page use a file that its person chose, and no other beside it', async () => {
    const host = hostWith(desktop);
    chosen = join(folder, 'out.netloom.json');
    const before = await ask(host, 'design.open', { file: chosen });
    const given = await ask(host, 'dialog.open', {});
    const opened = await ask(host, 'design.open', given);
    const beside = await ask(host, 'design.open', { file: join(folder, 'beside.netloom.json') });
    host.close();
    expect([before, given, opened, beside]).toEqual([
      'refused',
      { file: chosen },
      expect.objectContaining({ file: chosen, text: '{"lab":{"name":"out"}}' }),
      'refused',
    ]);
  });

  it('opens a lab that is a link out of its folder when its person names it, and only then', async () => {
    const link = join(folder, 'labs/link.netloom.json');
    await symlink(join(folder, 'out.netloom.json'), link);
    const workspace = createWorkspace(join(folder, 'labs'));
    const before = await workspace.pathOf('link.netloom.json');
    expect([before.ok, workspace.grant(link), await workspace.pathOf('link.netloom.json')]).toEqual([
      false,
      'link.netloom.json',
      { ok: true, value: link },
    ]);
  });

  it('names a chosen file of the workspace as the workspace does', async () => {
    const host = hostWith(desktop);
    chosen = join(folder, 'labs/in.netloom.json');
    expect(await ask(host, 'dialog.open', {})).toEqual({ file: 'in.netloom.json' });
    chosen = undefined;
    expect([await ask(host, 'dialog.open', {}), await ask(host, 'dialog.save', { suggested: 'a' })]).toEqual([
      {},
      {},
    ]);
  });

  it.each([
    ['new', 'new.netloom.json', false],
    ['new.json', 'new.netloom.json', false],
    ['out', 'out.netloom.json', false],
    ['out.netloom.json', 'out.netloom.json', true],
  ])('saves as %s under %s; replacing was agreed to: %s', async (typed, file, agreed) => {
    const host = hostWith(desktop);
    chosen = join(folder, typed);
    const given = await ask(host, 'dialog.save', { suggested: 'x' });
    expect(given).toEqual({
      file: join(folder, file),
      ...(agreed && { version: expect.any(String) as string }),
    });
  });

  it('opens in another window only what was used before', async () => {
    const host = hostWith(desktop);
    chosen = join(folder, 'out.netloom.json');
    const file = await ask(host, 'dialog.open', {});
    await ask(host, 'design.open', file);
    const read = await ask(host, 'recent.list', {});
    await ask(host, 'design.shown', file);
    // The list is written behind the answer; who asks for it waits for that.
    await ask(host, 'recent.list', {});
    host.close();
    const next = hostWith(desktop);
    const list = await ask(next, 'recent.list', {});
    const opened = await ask(next, 'recent.open', { path: chosen });
    const refused = await ask(next, 'recent.open', { path: join(folder, 'beside.netloom.json') });
    // What was only read may have been no lab.
    expect([read, list, opened, refused, elsewhere]).toEqual([
      { files: [] },
      { files: [{ path: chosen, lab: 'out', usedMs: expect.any(Number) as number }] },
      {},
      'not-found',
      [chosen],
    ]);
    // A browser session cannot get at it, so it is not shown there.
    expect(await ask(hostWith(), 'recent.list', {})).toEqual({ files: [] });
  });

  it('has no dialogs without a desktop', async () => {
    const host = hostWith();
    const session = await ask(host, 'session.read', {});
    expect([session, await ask(host, 'dialog.open', {})]).toEqual([
      expect.objectContaining({ dialogs: false }),
      'unavailable',
    ]);
  });
});

it('a draft whose file is out of reach comes back without one in a browser, and with it in a desktop', async () => {
  const path = join(folder, 'out.netloom.json');
  const draft = 'aaaaaaaa-1111';
  await mkdir(join(folder, 'state/drafts'), { recursive: true });
  await writeFile(
    join(folder, `state/drafts/${draft}.json`),
    JSON.stringify({
      netloomDraft: 1,
      pid: 4_194_303,
      session: 'aaaaaaaa',
      page: '11111111',
      writtenMs: 5,
      path,
      basedOn: 'v1',
      text: await readFile(path, 'utf8'),
    }),
  );
  const common = { draft, lab: 'out', writtenMs: 5, path, text: '{"lab":{"name":"out"}}' };
  const browser = hostWith();
  const shell = hostWith(desktop);
  expect([
    await ask(browser, 'draft.read', { draft }),
    await ask(browser, 'design.open', { file: path }),
    await ask(shell, 'draft.read', { draft }),
    await ask(shell, 'draft.read', { draft: '../recent' }),
  ]).toEqual([common, 'refused', { ...common, file: path, basedOn: 'v1' }, 'not-found']);
  browser.close();
  shell.close();
});

it('one apply at a time: whoever comes second hears the name of the lab inside', () => {
  const gate = createGate();
  const leave = gate.enter('first');
  const second = gate.enter('second');
  const inside = gate.inside;
  leave?.();
  const third = gate.enter('third');
  // A way out that was used already lets nobody out.
  leave?.();
  expect([second, inside, typeof third, gate.inside]).toEqual([undefined, 'first', 'function', 'third']);
});

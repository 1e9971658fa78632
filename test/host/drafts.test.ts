import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts, type Drafts } from '../../host/drafts.ts';
import { isAlive, markOf } from '../../host/process/alive.ts';

const page = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const lab = (name: string): string => JSON.stringify({ netloom: 1, lab: { id: page, name } });

let folder: string;
let drafts: Drafts;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-drafts-'));
  drafts = createDrafts(folder, 'aaaaaaaa');
});
afterEach(() => rm(folder, { recursive: true }));

/** A draft as another process left it. */
async function left(name: string, mark: object): Promise<void> {
  const draft = { netloomDraft: 1, session: 'bbbbbbbb', page, writtenMs: 1, text: lab(name), ...mark };
  await writeFile(join(folder, `bbbbbbbb-${name}.json`), JSON.stringify(draft));
}

const namesFound = async (before: readonly string[] = []): Promise<string[]> =>
  (await drafts.find(before)).drafts.map((one) => one.lab);

describe('drafts', () => {
  it('come back with all that was written, and the last text of each page', async () => {
    await drafts.write(page, { text: lab('first') });
    const id = await drafts.write(page, { text: lab('second'), path: '/labs/a', basedOn: 'v1' });
    await drafts.write(other, { text: lab('other') });
    expect(await drafts.read(id)).toEqual({
      id,
      lab: 'second',
      text: lab('second'),
      path: '/labs/a',
      basedOn: 'v1',
      writtenMs: expect.any(Number) as number,
    });
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('are not offered while their process lives, except to the tab that had them', async () => {
    await drafts.write(page, { text: lab('mine') });
    await left('c0ffee', await markOf());
    expect([await namesFound(), await namesFound([page]), await namesFound([other])]).toEqual([
      [],
      ['mine'],
      [],
    ]);
  });

  it('are offered when their process is gone, or another has its number', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => child.once('exit', done));
    await left('dead', { pid: child.pid, writtenMs: 2 });
    await left('face', { pid: process.pid, started: '1', writtenMs: 1 });
    expect(await namesFound()).toEqual(['dead', 'face']);
  });

  it('that cannot be read are named and kept', async () => {
    const files = ['{', '{"netloomDraft":2}', '[]', ''];
    await Promise.all(files.map((text, index) => writeFile(join(folder, `${index}0000000.json`), text)));
    const found = await drafts.find([]);
    expect(found.drafts).toEqual([]);
    expect(found.unreadable.toSorted()).toEqual(
      files.map((_, index) => join(folder, `${index}0000000.json`)),
    );
    expect(await readdir(folder)).toHaveLength(4);
  });

  it('are discarded once, never those of a living session, never a file elsewhere', async () => {
    const id = await drafts.write(page, { text: lab('mine') });
    await left('beef', await markOf());
    await left('dead', { pid: 4_194_303 });
    for (const one of [id, id, 'bbbbbbbb-beef', 'bbbbbbbb-dead', '../bbbbbbbb-beef', 'none-none']) {
      await drafts.discard(one);
    }
    expect(await readdir(folder)).toEqual(['bbbbbbbb-beef.json']);
  });

  it('are not written any more once their person discarded all', async () => {
    await drafts.write(page, { text: lab('mine') });
    await Promise.all([drafts.write(other, { text: lab('late') }), drafts.discardAll()]);
    await drafts.write(page, { text: lab('later') });
    expect(await readdir(folder)).toEqual([]);
  });
});

it('a process is known by its number and its start', async () => {
  const mine = await markOf();
  expect(mine.pid).toBe(process.pid);
  expect([await isAlive(mine), await isAlive({ pid: 4_194_303 })]).toEqual([true, false]);
});

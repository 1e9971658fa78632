import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecent } from '../../host/recent.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-recent-'));
});
afterEach(() => rm(folder, { recursive: true }));

const kept = (): string => join(folder, 'state/recent.json');

async function files(count: number): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, index) => join(folder, `${index}.netloom.json`));
  await Promise.all(paths.map((path) => writeFile(path, '')));
  return paths;
}

describe('labs used last', () => {
  it('are ten at most, the newest first, each once, in the next session too', async () => {
    const paths = await files(12);
    const recent = createRecent(kept());
    await Promise.all(paths.map((path, index) => recent.note(path, `lab ${index}`)));
    await recent.note(paths[5] ?? '', 'renamed');
    const list = await createRecent(kept()).list();
    expect(list.map(({ lab }) => lab)).toEqual([
      'renamed',
      ...[11, 10, 9, 8, 7, 6, 4, 3, 2].map((index) => `lab ${index}`),
    ]);
  });

  it('leave out what is no longer there, and are empty once cleared', async () => {
    const [first = '', second = ''] = await files(2);
    const recent = createRecent(kept());
    let changes = 0;
    recent.onChange(() => changes++);
    await recent.note(first, 'first');
    await recent.note(second, 'second');
    await rm(second);
    const there = (await recent.list()).map(({ lab }) => lab);
    await recent.clear();
    expect([there, await recent.list(), changes]).toEqual([['first'], [], 3]);
  });

  it('are an empty list where the file is broken, and trouble nobody where it cannot be written', async () => {
    const [path = ''] = await files(1);
    await mkdir(join(folder, 'state'));
    await writeFile(kept(), '{"no": "list"}');
    const recent = createRecent(kept());
    expect(await recent.list()).toEqual([]);
    await recent.note(path, 'lab');
    expect((await recent.list()).map(({ lab }) => lab)).toEqual(['lab']);
    const nowhere = createRecent(join(path, 'state/recent.json'));
    await nowhere.note(path, 'lab');
    expect(await nowhere.list()).toEqual([]);
  });
});

import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { atomicWrite } from '../../host/files/atomic-write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('replaces a file and leaves nothing beside it', async () => {
  const path = join(folder, 'a');
  await writeFile(path, 'old');
  await chmod(path, 0o600);
  await atomicWrite(path, 'new');
  expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777, await readdir(folder)]).toEqual([
    'new',
    0o600,
    ['a'],
  ]);
});

it('follows a link and keeps it', async () => {
  await writeFile(join(folder, 'real'), 'old');
  await symlink('real', join(folder, 'link'));
  await atomicWrite(join(folder, 'link'), 'new');
  expect([await readlink(join(folder, 'link')), await readFile(join(folder, 'real'), 'utf8')]).toEqual([
    'real',
    'new',
  ]);
});

it('never shows a reader a part of the text', async () => {
  const path = join(folder, 'a');
  const texts = ['a'.repeat(300_000), 'b'.repeat(200_000)];
  await atomicWrite(path, texts[0] ?? '');
  let writing = true;
  const seen = new Set<string>();
  const reader = (async () => {
    while (writing) seen.add(await readFile(path, 'utf8'));
  })();
  for (let round = 0; round < 20; round++) await atomicWrite(path, texts[round % 2] ?? '');
  writing = false;
  await reader;
  expect([...seen].filter((text) => !texts.includes(text))).toEqual([]);
});

it('leaves the file as it was when writing fails', async () => {
  await expect(atomicWrite(join(folder, 'missing', 'a'), 'new')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});

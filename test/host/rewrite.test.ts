import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOlder } from '../../host/doctor.ts';
import { versionOf } from '../../host/files/read-text.ts';
import { rewrite } from '../../host/files/rewrite.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-rewrite-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('rewriting a file', () => {
  it('replaces what was read', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, 'old');
    expect(await rewrite(path, versionOf('old'), 'new')).toEqual({ ok: true, value: undefined });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('refuses what somebody else has changed since, and leaves nothing behind', async () => {
    const path = join(folder, 'b.json');
    await writeFile(path, 'theirs');
    const result = await rewrite(path, versionOf('old'), 'new');
    expect(result).toMatchObject({ ok: false, problem: { id: 'cli/changed-meanwhile' } });
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('a version', () => {
  it.each([
    ['20.19.0', '20.19', false],
    ['20.18.9', '20.19', true],
    ['9.0.0', '20.19', true],
    ['22.1.0', '20.19', false],
  ])('%s against %s', (version, least, older) => {
    expect(isOlder(version, least)).toBe(older);
  });
});

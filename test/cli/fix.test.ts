import { readFile, stat } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { createStage } from './stage.ts';

// Each run of the program takes a second, and some tests need several.
vi.setConfig({ testTimeout: 60_000 });

const { lab, netloom, path, sketch } = createStage();
const mistakes = 'vm web_1 10.0.0.1/24\nsubnet 10.0.0.5/24';
const mended = 'vm web_1 10.0.0.1/24\nsubnet 10.0.0.0/24';

describe('netloom fix', () => {
  it('says what it would change, and changes nothing', async () => {
    const file = await sketch('dry', mistakes);
    const before = await readFile(file, 'utf8');
    const { code, stdout, stderr } = await netloom(['fix', file]);
    expect([code, stdout]).toEqual([
      0,
      '~ subnets net1: prefix "10.0.0.5/24" → "10.0.0.0/24"\n~ devices web_1: name "web_1" → "web-1"\n',
    ]);
    expect(stderr).toContain('would fix 2 problems');
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('saves when told, and what it saves needs no more fixing', async () => {
    const file = await sketch('write', mistakes);
    const { code } = await netloom(['fix', file, '--write']);
    const text = await readFile(file, 'utf8');
    expect([code, text]).toEqual([
      0,
      writeDesign(sketchDesign(mended)).replace('"name": "web_1"', '"name": "web-1"'),
    ]);
    const again = await netloom(['fix', file, '--write', '--json']);
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      { file, fixed: [], changes: [], left: { error: 0, warning: 0, hint: 0 } },
    ]);
  });

  it('ends with 1 where errors are left, with 2 for what is no lab or wrong use', async () => {
    const clash = await sketch('clash', 'vm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- b');
    const broken = await lab('broken', '{');
    const runs = await Promise.all([
      netloom(['fix', clash]),
      netloom(['fix', broken]),
      netloom(['fix', clash, '--write', '--dry-run']),
      netloom(['fix', '-', '--write'], { stdin: '{}' }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 2, 2, 2]);
  });
});

describe('netloom fmt', () => {
  it('prints a lab as it would be saved, and rewrites it when told', async () => {
    const text = writeDesign(sketchDesign(mended));
    const file = await lab('fmt', JSON.stringify(JSON.parse(text)));
    expect((await netloom(['fmt', file, '--check'])).code).toBe(1);
    expect((await netloom(['fmt', file])).stdout).toBe(text);
    expect((await netloom(['fmt', file, '--write'])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(text);
    const written = (await stat(file)).mtimeMs;
    expect((await netloom(['fmt', file, '--write'])).code).toBe(0);
    expect([(await netloom(['fmt', file, '--check'])).code, (await stat(file)).mtimeMs]).toEqual([
      0,
      written,
    ]);
    expect((await netloom(['fmt', path('nothing.netloom.json')])).code).toBe(2);
  });
});

describe('netloom diff', () => {
  it('says which rows differ, and ends like diff', async () => {
    const a = await sketch('a', 'vm web 10.0.0.1/24 memoryMiB=512\nvlan 10');
    const b = await sketch('b', 'vm web 10.0.0.1/24 memoryMiB=1024\nvlan 20 name=office');
    const { code, stdout, stderr } = await netloom(['diff', a, b]);
    expect([code, stdout, stderr]).toEqual([
      1,
      '- vlans vlan10: id 10\n+ vlans vlan20: id 20, name "office"\n~ devices web: memoryMiB 512 → 1024\n',
      '1 row added, 1 row removed, 1 row changed.\n',
    ]);
    expect((await netloom(['diff', a, a])).code).toBe(0);
    expect((await netloom(['diff', a, path('nothing')])).code).toBe(2);
  });
});

import { copyFile, readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { applySafeFixes } from '../../shared/diagnostics/apply-fixes.ts';
import { readDesign } from '../../shared/file/read.ts';
import { writeDesign } from '../../shared/file/write.ts';
import type { Design } from '../../shared/model/design.ts';
import { createAnalyser } from '../../shared/pipeline.ts';
import { createStage } from './stage.ts';

// Each run of the program takes a second, and some tests need several.
vi.setConfig({ testTimeout: 60_000 });

const { netloom, path } = createStage();

const expected: Readonly<Record<string, readonly string[]>> = {
  education: [],
  'first-mistakes': [
    'device-name-well-formed',
    'gateway-on-segment',
    'no-duplicate-address',
    'no-duplicate-mac',
    'no-duplicate-route',
    'no-host-bits',
    'no-mtu-mismatch',
    'no-reserved-address',
    'no-second-default-route',
    'no-static-in-pool',
    'no-taken-host-port',
    'route-well-formed',
  ],
  'office-vlans': [],
};

const fileOf = (name: string): string => `assets/samples/${name}.netloom.json`;

async function sample(name: string): Promise<{ text: string; design: Design }> {
  const text = await readFile(fileOf(name), 'utf8');
  const { design } = readDesign(text);
  if (!design) throw new Error(`${name} cannot be read`);
  return { text, design };
}

describe.each(Object.entries(expected))('the sample %s', (name, codes) => {
  it('has the mistakes that it is meant to have, each once', async () => {
    const { design } = await sample(name);
    expect(
      createAnalyser()(design)
        .diagnostics.map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes);
  });

  it('draws every device somewhere', async () => {
    const { design } = await sample(name);
    expect(Object.keys(design.positions).toSorted()).toEqual(Object.keys(design.devices).toSorted());
  });
});

describe('the sample of first mistakes', () => {
  it('has six or more that are mended without asking, and the program mends all of them', async () => {
    const { text, design } = await sample('first-mistakes');
    const { mended } = applySafeFixes(design, createAnalyser());
    expect(mended.length).toBeGreaterThanOrEqual(6);
    const copy = path('first-mistakes.netloom.json');
    await copyFile(fileOf('first-mistakes'), copy);
    const { code } = await netloom(['fix', copy, '--write']);
    const after = readDesign(await readFile(copy, 'utf8')).design;
    const left = after ? createAnalyser()(after).diagnostics : [];
    expect([code, text === writeDesign(design)]).toEqual([1, true]);
    expect(left.map(({ code: one }) => one).toSorted()).toEqual([
      'gateway-on-segment',
      'no-duplicate-address',
      'no-mtu-mismatch',
      'no-reserved-address',
      'no-taken-host-port',
    ]);
    expect(left.flatMap(({ fixes }) => fixes).filter(({ safety }) => safety === 'safe')).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samples } from '../../build/samples/index.ts';
import { readDesign } from '../../shared/file/read.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { createAnalyser } from '../../shared/pipeline.ts';
import { entries, root } from '../structure/files.ts';

const text = (name: string): string => readFileSync(`${root}/assets/samples/${name}`, 'utf8');

describe('a shipped sample', () => {
  it.each(Object.keys(samples))('%s is what its script makes', (name) => {
    const make = samples[name];
    expect(make && writeDesign(make())).toBe(text(`${name}.netloom.json`));
  });

  it.each(entries('assets/samples').filter((name) => !name.startsWith('first-mistakes')))(
    '%s has no problem',
    (name) => {
      const { design, diagnostics } = readDesign(text(name));
      expect(diagnostics).toEqual([]);
      expect(design && createAnalyser()(design).diagnostics).toEqual([]);
    },
  );
});

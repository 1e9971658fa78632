import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDesign } from '../../../shared/file/read.ts';
import { fileVersion } from '../../../shared/file/schema.ts';
import { writeDesign } from '../../../shared/file/write.ts';

const folder = fileURLToPath(new URL('./versions/', import.meta.url));

describe('a file of each version that was ever written', () => {
  it('is kept here', () => {
    const kept = readdirSync(folder).sort();
    expect(kept).toEqual(Array.from({ length: fileVersion }, (_, index) => `${index + 1}.netloom.json`));
  });

  it('of version 1 opens without a word, and is written as it was', () => {
    const text = readFileSync(`${folder}1.netloom.json`, 'utf8');
    const { design, diagnostics } = readDesign(text);
    expect(diagnostics).toEqual([]);
    expect(design && writeDesign(design)).toBe(text);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectFiles } from './files.ts';

it('every spec of the page takes `test` from the fixture, on which a violation of the content policy fails', () => {
  const own = /import \{[^}]*\btest\b[^}]*\} from '@playwright\/test'/;
  const names = projectFiles().filter((name) => /^test\/e2e\/.*\.spec\.ts$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => own.test(readFileSync(name, 'utf8')))).toEqual([]);
});

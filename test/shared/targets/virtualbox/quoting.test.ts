import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellCommand, shellWord } from '../../../../shared/text/posix-shell.ts';

const nasty = [
  "'",
  '"',
  '\\',
  '$(id)',
  '`id`',
  '\n',
  '\t',
  ' ',
  '!',
  '*',
  '~',
  '#',
  ';',
  '&',
  'é',
  '漢',
  '🚀',
  '-n',
  '=',
  '%s',
  '\r',
];

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 12 }).map((parts) => parts.join('')),
);

test('bash reads back exactly the words that were quoted', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const clean = words.map((text) => Buffer.from(text.replaceAll('\0', '')).toString());
      const script = `show() { printf '%s\\0' "$@"; }\n${shellCommand(['show', ...clean])}\n`;
      const ran = spawnSync('bash', ['-s'], { input: script, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      expect(ran.status).toBe(0);
      expect(ran.stdout.toString('utf8').split('\0').slice(0, -1)).toEqual(clean);
    }),
    { numRuns: 60 },
  );
});

test('plain words stay as they are, others get quotes', () => {
  expect(shellWord('--nic1')).toBe('--nic1');
  expect(shellWord('')).toBe("''");
  expect(shellWord("it's")).toBe(`'it'\\''s'`);
  expect(shellWord('a\0b')).toBe('ab');
});

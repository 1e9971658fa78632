import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/base/digest.ts';
import { render } from '../../../../shared/targets/virtualbox/render.ts';
import { namedLab, richLab } from '../../../virtualbox/labs.ts';

test('the files are the same each time, and the manifest has their digests', () => {
  const files = render(richLab());
  expect(render(richLab())).toEqual(files);
  expect(files.map(({ path, executable }) => [path, executable === true])).toEqual([
    ['apply.sh', true],
    ['README.md', false],
    ['manifest.json', false],
  ]);
  const manifest: unknown = JSON.parse(files[2]?.text ?? '');
  expect(manifest).toMatchObject({
    generator: { name: 'netloom', target: 'virtualbox', version: 1 },
    files: files.slice(0, 2).map(({ path, text }) => ({ path, sha256: sha256Hex(text) })),
  });
});

test('bash finds the script well formed, whatever the names are', () => {
  const hostile = namedLab('3f0e7a52-9c11-4a5e-8b1d-0c5a7e6d2b41', "$(id)\n'", [
    "it's",
    '$(touch x)',
    'a\nrm -rf b',
    '"',
    '🚀',
  ]);
  const script = render(hostile)[0]?.text ?? '';
  const ran = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
  expect(script).toContain(`--name 'it'\\''s' --uuid`);
});

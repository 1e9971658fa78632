import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runNode } from './cruise.ts';

/** oxlint, type-aware, then the format. Paths are given, since without them oxlint also reads packages. */
const root = fileURLToPath(new URL('..', import.meta.url));
const paths = [
  'shared',
  'host',
  'cli',
  'electron',
  'renderer',
  'test',
  'build',
  'vite.config.ts',
  'vitest.config.ts',
];
const there = paths.filter((path) => existsSync(`${root}/${path}`));

const tools = {
  oxlint: ['node_modules/oxlint/bin/oxlint', '--type-aware', ...there],
  format: ['node_modules/@biomejs/biome/bin/biome', 'format', '--max-diagnostics=30', '.'],
};

let failed = false;
for (const [name, args] of Object.entries(tools)) {
  const { code, out, err } = await runNode(root, args);
  console.log(`lint: ${name} ${code === 0 ? 'fine' : 'FAILED'}`);
  if (code !== 0) console.log(out + err);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;

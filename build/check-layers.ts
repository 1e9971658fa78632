import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPlants } from './plants.ts';
import { cruise, layers } from './cruise.ts';

/*
 * Who may import whom. Three ways this gate could pass and mean nothing, and what is done about each:
 * the cruiser reads no module at all (it does with TypeScript 7): compared with what git lists;
 * a new folder is under no rule: every folder must be known to the order;
 * a rule has a typo: one violation of each is planted in a temporary tree and has to be caught.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['shared', 'host', 'cli', 'electron', 'renderer'].filter((name) =>
  existsSync(`${root}/${name}`),
);
const problems: string[] = [];

const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], {
  cwd: root,
  encoding: 'utf8',
});
if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
const sources = listed.stdout
  .split('\n')
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && existsSync(`${root}/${name}`));

const { modules, violations } = await cruise(root, folders);
const seen = new Set(modules);
const unseen = sources.filter((name) => !seen.has(name));
if (sources.length === 0) problems.push('git lists no source file');
if (unseen.length > 0) problems.push(`dependency-cruiser did not read ${unseen.join(', ')}`);
for (const { rule, from, to } of violations) problems.push(`${from} imports ${to}: ${rule}`);

for (const name of sources) {
  const [layer, folder] = name.split('/');
  const allowed =
    layer === 'shared' ? layers.known.shared : layer === 'renderer' ? layers.known.renderer : undefined;
  if (allowed && folder && !allowed.includes(folder))
    problems.push(`${name}: ${folder} has no place in the order of ${layer}`);
}

problems.push(...(await checkPlants(root)));
for (const problem of problems) console.error(problem);
console.log(`layers: ${sources.length} modules, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

import { fileURLToPath } from 'node:url';
import { runNode } from './cruise.ts';

/** Each layer is compiled by itself, with only the libraries it may see. */
const layers = ['shared', 'host', 'cli', 'electron', 'renderer', 'test'];
const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = 'node_modules/@typescript/native/bin/tsc';

let failed = 0;
for (const layer of layers) {
  const started = performance.now();
  const { code, out, err } = await runNode(root, [
    tsc,
    '-p',
    `build/tsconfig.${layer}.json`,
    '--pretty',
    'false',
  ]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) failed++;
  console.log(`types: ${layer} ${code === 0 ? 'fine' : 'FAILED'} (${seconds} s)`);
  if (code !== 0) console.log(out + err);
}
process.exitCode = failed === 0 ? 0 : 1;

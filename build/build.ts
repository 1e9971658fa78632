import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const output = 'dist/cli/netloom.js';
// `npx netloom` in the checkout makes npm link the project into its cache, which runs `prepare` again.
if (
  process.env['npm_command'] === 'exec' &&
  process.env['npm_lifecycle_event'] === 'prepare' &&
  existsSync(output)
) {
  process.exit(0);
}

for (const entry of ['cli/main.ts', 'electron/main.ts', 'renderer/index.html']) {
  if (!existsSync(entry)) throw new Error(`cannot build: there is no ${entry}`);
}

await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
await build({ configFile: 'build/vite.cli.config.ts', logLevel: 'warn' });
rmSync('dist/electron', { recursive: true, force: true });
for (const mode of ['main', 'preload']) {
  await build({ configFile: 'build/vite.electron.config.ts', mode, logLevel: 'warn' });
}

// npm links the bin of other packages only; this is for `npx netloom` in the checkout with an older npm, and for scripts.
const link = 'node_modules/.bin/netloom';
mkdirSync('node_modules/.bin', { recursive: true });
if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
if (process.platform !== 'win32') symlinkSync('../../dist/cli/netloom.js', link);
console.log('built dist/renderer, dist/cli/netloom.js and dist/electron');

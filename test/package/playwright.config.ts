import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { parts } from '../setup/parts.ts';

const { electron } = parts();
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  const builder = new URL('../../node_modules/electron-builder/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(builder, 'utf8')) as { readonly version: string };
  const packed = `${electron?.folder ?? 'none'} ${electron?.version ?? 'of unknown version'}`;
  console.log(`electron-builder: ${version}; Electron: ${packed}`);
}

/** The packages are made first, by tests of their own; the others look at what was made and start it. */
export default defineConfig({
  testDir: '.',
  globalSetup: '../electron/display.ts',
  outputDir: fileURLToPath(new URL('../output/package', import.meta.url)),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'pack', testMatch: 'pack.spec.ts' },
    { name: 'packed', testMatch: '*.spec.ts', testIgnore: 'pack.spec.ts', dependencies: ['pack'] },
  ],
});

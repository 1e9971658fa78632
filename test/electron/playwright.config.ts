import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { parts } from '../setup/parts.ts';

const { electron } = parts();
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`Electron: ${electron?.program ?? 'none'} ${electron?.version ?? 'of unknown version'}`);
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './display.ts',
  outputDir: fileURLToPath(new URL('../output/electron', import.meta.url)),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
});

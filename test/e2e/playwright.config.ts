import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { parts } from '../setup/parts.ts';

const { chromium } = parts();
const executablePath = chromium?.path ?? '/usr/bin/chromium';
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`chromium: ${executablePath} ${chromium?.version ?? 'of unknown version'}`);
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: fileURLToPath(new URL('../output/e2e', import.meta.url)),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

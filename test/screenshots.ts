import { spawn } from 'node:child_process';
import { root } from './suites.ts';

/* npm run screenshots: draws every screen into docs/screens, in both languages and themes. */
const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/e2e/playwright.config.ts', 'look'];
const child = spawn(process.execPath, args, {
  cwd: root,
  env: { ...process.env, SCREENS: 'docs/screens' },
  stdio: 'inherit',
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});

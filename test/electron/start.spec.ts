import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { prepareGround } from '../e2e/stage.ts';
import { root } from './shell.ts';

/** What `npm start` says until it serves the page. */
async function saidUntilServed(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const ground = prepareGround({});
  const child = spawn(process.execPath, ['dist/cli/netloom.js', '--lang', 'en', 'start', ...args], {
    cwd: root,
    env: { ...ground.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    return await new Promise<string[]>((done, failed) => {
      let text = '';
      child.once('exit', (code) => failed(new Error(`ended with ${code}: ${text}`)));
      child.stderr.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        if (text.includes('/?token=')) done(text.split('\n'));
      });
    });
  } finally {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
    ground.remove();
  }
}

const noWindow = 'No window: the same app is served to your browser.';

test('without a display the page is served, and nothing is fetched', async () => {
  const said = await saidUntilServed([], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
  expect(said.slice(0, 2)).toEqual(['No display here for a window.', noWindow]);
});

test('with --web the page is served at once', async () => {
  const said = await saidUntilServed(['--web'], {});
  expect(said[0]).toContain('http://127.0.0.1:');
});

test('an Electron that does not start gives way to the page', async () => {
  // A folder with a program of that name which ends at once.
  const ground = prepareGround({});
  writeFileSync(`${ground.folder}/electron`, '#!/bin/sh\nexit 7\n');
  chmodSync(`${ground.folder}/electron`, 0o755);
  try {
    const said = await saidUntilServed([], { ELECTRON_OVERRIDE_DIST_PATH: ground.folder });
    expect(said.slice(0, 2)).toEqual(['The window did not open: Electron ended with 7.', noWindow]);
  } finally {
    ground.remove();
  }
});

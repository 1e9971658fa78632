import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { richLab } from './labs.ts';
import { openProfile, type Profile } from './profile.ts';

let profile: Profile;
beforeAll(async () => {
  profile = await openProfile();
});
afterAll(() => profile.close());

const lab = richLab();

/** Starts Netloom's work in a process of its own and kills it, as a crash would, this long after it began. */
async function killedAfter(purpose: 'apply' | 'destroy', ms: number): Promise<void> {
  const worker = fileURLToPath(new URL('apply-worker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', worker, purpose], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: profile.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
}

/** What a person does after a crash: once more. A call of the killed process may still be under way the first time. */
async function again(purpose: 'apply' | 'destroy'): Promise<string> {
  const first = await profile.apply(lab, purpose);
  if (first.outcome === 'done') return 'done';
  await pause(1000);
  return (await profile.apply(lab, purpose)).outcome;
}

test.each([20, 60, 110, 170, 240, 330, 430])(
  'killed after %i ms, an apply and a destroy are ended by doing them again',
  async (ms) => {
    await killedAfter('apply', ms);
    expect(await again('apply')).toBe('done');
    expect((await profile.plan(lab)).steps).toEqual([]);
    await killedAfter('destroy', ms);
    expect(await again('destroy')).toBe('done');
    expect(await profile.vbox('list', 'vms')).toBe('');
    expect(await profile.vbox('natnetwork', 'list')).not.toContain('nl-');
  },
);

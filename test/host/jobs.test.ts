import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answer } from '../../host/answer.ts';
import type { Backend } from '../../host/backend.ts';
import { createHost, type RunningHost } from '../../host/create-host.ts';
import { createWorkspace } from '../../host/files/workspace.ts';
import { type ApplyGate, createGate } from '../../host/gate.ts';
import { ok } from '../../shared/base/result.ts';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { message } from '../../shared/messages/message.ts';
import type { Driver, Step } from '../../shared/plan/plan.ts';
import type { Target } from '../../shared/targets/target.ts';

/* Two windows of one program: each has a host, both have one gate. */

let folder: string;
let gate: ApplyGate;
/** Lets the step that runs end. */
let endStep: () => void;
let stepsBegun: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-jobs-'));
  gate = createGate();
  stepsBegun = [];
});
afterEach(() => rm(folder, { recursive: true, maxRetries: 5 }));

const step = (id: string, after: readonly string[]): Step<string> => ({
  id,
  action: 'create',
  subject: id,
  label: message('step', {}),
  fields: [],
  destroys: false,
  after,
  operation: id,
});

const target: Target<string, string> = {
  id: 'pretend',
  label: 'Pretend',
  limits: () => [],
  live: {
    plan: () => ({
      target: 'pretend',
      basis: 'same',
      steps: [step('one', []), step('two', ['one'])],
    }),
    obstacles: () => [],
    commands: () => [],
    untouched: () => ({ machines: [], networks: [] }),
  },
};

const driver: Driver<string, string> = {
  probe: () => Promise.resolve(ok({ version: '1', path: 'pretend' })),
  observe: () => Promise.resolve(ok('nothing')),
  run: (operation) =>
    new Promise((done) => {
      stepsBegun.push(operation);
      endStep = () => done(ok(undefined));
    }),
};

const backend = {
  target,
  driver: () => driver,
  appliedFrom: () => Promise.resolve(undefined),
} as unknown as Backend;

function window(name: string): { host: RunningHost; apply: () => Promise<unknown> } {
  const host = createHost({
    version: '0',
    workspace: createWorkspace(folder),
    writable: true,
    backends: [backend],
    state: join(folder, 'state'),
    gate,
  });
  const design = sketchDesign('vm a 192.0.2.1/24');
  const text = writeDesign({ ...design, lab: { lab: { ...design.lab['lab'], id: lab, name } } });
  const call = async (id: string, input: unknown): Promise<unknown> => {
    const result = await answer(host, id, input);
    return result.ok ? result.value : result.problem.message;
  };
  return {
    host,
    async apply() {
      const made = await call('plan.make', { text, target: 'pretend', purpose: 'apply' });
      return call('apply.start', { plan: (made as { plan: string }).plan });
    },
  };
}
const lab = '1f7c2a52-5a7e-4a43-9d0c-7f6b0e2c9a11';

it('one window applies at a time, the other hears which lab it waits for', async () => {
  const [first, second] = [window('first lab'), window('second lab')];
  const started = await first.apply();
  await expect.poll(() => stepsBegun).toEqual(['one']);
  const refused = await second.apply();
  expect([started, refused, first.host.busy, second.host.busy]).toEqual([
    { job: expect.any(String) as string },
    message('host/busy', { lab: 'first lab' }),
    true,
    false,
  ]);
  const stopped = first.host.stop();
  endStep();
  await stopped;
  // It ended after its step; now the other may.
  expect([stepsBegun, first.host.busy, gate.inside]).toEqual([['one'], false, undefined]);
  expect(await second.apply()).toEqual({ job: expect.any(String) as string });
  await expect.poll(() => stepsBegun).toEqual(['one', 'one']);
  const over = second.host.stop();
  endStep();
  await over;
});

it('stopping where nothing runs is done at once', async () => {
  await window('idle').host.stop();
  expect(stepsBegun).toEqual([]);
});

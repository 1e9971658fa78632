import { expect, it } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { applyPlan } from '../../../shared/plan/apply.ts';
import type { Plan, Step } from '../../../shared/plan/plan.ts';

const broken: Diagnostic = {
  code: 'driver/test',
  severity: 'error',
  message: { id: 'x', values: {} },
  at: { table: 'lab', row: 'lab' },
  related: [],
  fixes: [],
};

/** Steps named by a letter, each with the letters it comes after: `b:a` is b after a. */
function planOf(...steps: string[]): Plan<string> {
  return {
    target: 'test',
    basis: '',
    steps: steps.map((text): Step<string> => {
      const [id = '', after = ''] = text.split(':');
      return {
        id,
        action: 'create',
        subject: id,
        after: after.split(''),
        operation: id,
        label: { id, values: {} },
        fields: [],
        destroys: false,
      };
    }),
  };
}

async function run(plan: Plan<string>, failing = '', cancelAfter = '') {
  const log: string[] = [];
  const cancel = { aborted: false };
  let now = 0;
  let most = 0;
  const report = await applyPlan(
    plan,
    {
      async run(operation) {
        log.push(operation);
        most = Math.max(most, ++now);
        await Promise.resolve();
        now--;
        if (operation === cancelAfter) cancel.aborted = true;
        return failing.includes(operation) && failing !== '' ? fail(broken) : ok(undefined);
      },
    },
    { cancel, parallel: 2, onState: () => undefined },
  );
  const kinds = Object.fromEntries(Object.entries(report.states).map(([id, state]) => [id, state.kind]));
  return { log: log.join(''), most, outcome: report.outcome, kinds };
}

it('runs steps after what they need, two at a time', async () => {
  expect(await run(planOf('c:ab', 'a', 'b', 'd'))).toEqual({
    log: 'abcd',
    most: 2,
    outcome: 'done',
    kinds: { a: 'done', b: 'done', c: 'done', d: 'done' },
  });
});

it('skips only what needed a failed step', async () => {
  expect(await run(planOf('a', 'b:a', 'c:b', 'd'), 'a')).toMatchObject({
    outcome: 'failed',
    kinds: { a: 'failed', b: 'skipped', c: 'skipped', d: 'done' },
  });
});

it('starts nothing after a cancel and lets what runs come to its end', async () => {
  expect(await run(planOf('a', 'b:a', 'c:b'), '', 'a')).toMatchObject({
    log: 'a',
    outcome: 'cancelled',
    kinds: { a: 'done', b: 'skipped', c: 'skipped' },
  });
});

it('counts a step that its driver gave up for the cancel as not done, not as failed', async () => {
  const cancel = { aborted: false };
  const report = await applyPlan(
    planOf('a', 'b:a'),
    {
      run: () => {
        cancel.aborted = true;
        return Promise.resolve(fail({ ...broken, code: 'driver/test/cancelled' }));
      },
    },
    { cancel, parallel: 2, onState: () => undefined },
  );
  expect(report).toEqual({
    outcome: 'cancelled',
    states: { a: { kind: 'skipped', because: 'cancelled' }, b: { kind: 'skipped', because: 'cancelled' } },
  });
});

it('reports a driver that throws as a failed step', async () => {
  const report = await applyPlan(
    planOf('a', 'b:a'),
    { run: () => Promise.reject(new Error('E2BIG')) },
    { cancel: { aborted: false }, parallel: 2, onState: () => undefined },
  );
  expect(report).toMatchObject({
    outcome: 'failed',
    states: {
      a: { kind: 'failed', diagnostic: { message: { values: { text: 'E2BIG' } } } },
      b: { kind: 'skipped' },
    },
  });
});

it('does nothing for an empty plan', async () => {
  expect(await run(planOf())).toEqual({ log: '', most: 0, outcome: 'done', kinds: {} });
});

it('throws for steps that wait for each other, which is a bug of the planner', async () => {
  await expect(run(planOf('a:b', 'b:a'))).rejects.toThrow('steps wait for each other: a, b');
});

it('throws for them too when one of them also waits for a step that ran', async () => {
  await expect(run(planOf('d', 'b:dc', 'c:b'))).rejects.toThrow('steps wait for each other: b, c');
});

import { expect, test } from 'vitest';
import { findProgram } from '../../../host/process/find.ts';
import { run } from '../../../host/process/run.ts';

const node = (script: string, options: Partial<Parameters<typeof run>[2]> = {}, ...args: string[]) =>
  run(process.execPath, ['-e', script, '--', ...args], { timeoutMs: 10_000, ...options });

test('arguments arrive as they are, output and exit code come back', async () => {
  const args = ['a b', '$(id)', "'", '"', '', 'é漢🚀', 'x\ny'];
  const ran = await node(
    'console.log(JSON.stringify(process.argv.slice(1))); console.error("no"); process.exit(3)',
    {},
    ...args,
  );
  expect(ran).toMatchObject({ end: 'exited', code: 3, stderr: 'no\n' });
  expect(JSON.parse(ran.stdout)).toEqual(args);
});

test('the locale is UTF-8, whatever the session has', async () => {
  const ran = await node('console.log(process.env.LC_ALL)', { env: { LC_ALL: 'C' } });
  expect(ran.stdout.trim()).toMatch(/UTF-8$/);
});

test('a program that stays too long is killed', async () => {
  const ran = await node('console.log("begun"); setInterval(() => {}, 1000)', { timeoutMs: 700 });
  expect(ran).toMatchObject({ end: 'timed-out', code: undefined, stdout: 'begun\n' });
});

test('a program whose work is done is let go', async () => {
  let asked = 0;
  const onSlow = { afterMs: 200, everyMs: 50, isDone: () => Promise.resolve(++asked === 3) };
  expect(await node('setInterval(() => {}, 1000)', { onSlow })).toMatchObject({ end: 'finished-early' });
  expect(asked).toBe(3);
});

test('a cancel ends it, or keeps it from starting', async () => {
  const cancel = new AbortController();
  const running = node('setInterval(() => {}, 1000)', { cancel: cancel.signal });
  setTimeout(() => cancel.abort(), 200);
  expect((await running).end).toBe('cancelled');
  expect((await node('', { cancel: cancel.signal })).end).toBe('cancelled');
});

test('a child that keeps the output open does not keep us', async () => {
  const script = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 4000)'], { stdio: 'inherit', detached: true }).unref(); console.log('done'); process.exit(0)`;
  const started = performance.now();
  expect(await node(script)).toMatchObject({ end: 'exited', code: 0, stdout: 'done\n' });
  expect(performance.now() - started).toBeLessThan(3500);
});

test('a program that is not there is an answer, not an exception', async () => {
  expect(await run('/no/such/program', [], { timeoutMs: 1000 })).toMatchObject({
    end: 'not-started',
    code: undefined,
  });
  expect(await findProgram(['/no/such/program', 'no-such-program-either'], process.env)).toBeUndefined();
  expect(await findProgram(['sh'], { PATH: '/no/such:/bin' })).toBe('/bin/sh');
});

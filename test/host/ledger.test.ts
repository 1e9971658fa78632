import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knownElsewhere, LedgerLocked, openLedger } from '../../host/ledger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netloom-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (lab = 'lab-1', profile = '/profile') => openLedger({ NETLOOM_STATE: folder }, profile, lab);

test('what is set is there for the next session, lab by lab and profile by profile', async () => {
  expect(await open().read()).toEqual({ machines: {}, networks: {} });
  await open().set('machines', 'a', 'creating');
  await open().set('machines', 'a', 'made');
  const network = { state: 'creating', subnets: ['10.1.0.0/24'] } as const;
  await open().set('networks', 'n', network);
  expect(await open().read()).toMatchObject({ machines: { a: 'made' }, networks: { n: network } });
  expect((await open('lab-2').read()).machines).toEqual({});
  expect((await open('lab-1', '/other').read()).machines).toEqual({});
  await open().remove('machines', 'a');
  expect((await open().read()).machines).toEqual({});
});

test('a hundred changes at once are all kept', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, index) => open().set('machines', `m${index}`, 'made')));
  expect(Object.keys((await open().read()).machines)).toHaveLength(100);
});

test('changes of two processes are all kept', async () => {
  const module = fileURLToPath(new URL('../../host/ledger.ts', import.meta.url));
  const work = (name: string) => `import { openLedger } from ${JSON.stringify(module)};
    const ledger = openLedger({ NETLOOM_STATE: ${JSON.stringify(folder)} }, '/profile', 'lab-1');
    for (let index = 0; index < 25; index++) await ledger.set('machines', '${name}' + index, 'made');`;
  const codes = await Promise.all(
    ['x', 'y'].map((name) => {
      const file = join(folder, `${name}.mts`);
      writeFileSync(file, work(name));
      const child = spawn(process.execPath, ['--import', 'tsx', file], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        stdio: 'inherit',
      });
      return new Promise((resolve) => child.once('exit', resolve));
    }),
  );
  expect(codes).toEqual([0, 0]);
  expect(Object.keys((await open().read()).machines)).toHaveLength(50);
}, 30_000);

test('the lock of a process that died is no obstacle', async () => {
  await open().set('machines', 'a', 'made');
  const lock = `${open().file}.lock`;
  mkdirSync(lock);
  utimesSync(lock, new Date(0), new Date(0));
  await open().set('machines', 'b', 'made');
  expect(Object.keys((await open().read()).machines)).toEqual(['a', 'b']);
});

test('a lock of the future is not waited for without end', async () => {
  await open().set('machines', 'a', 'made');
  const lock = `${open().file}.lock`;
  mkdirSync(lock);
  const future = new Date(Date.now() + 3_600_000);
  utimesSync(lock, future, future);
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(13_000);
  try {
    const result = await open()
      .set('machines', 'b', 'made')
      .catch((error: unknown) => error);
    expect(result).toBeInstanceOf(LedgerLocked);
    expect(result).toMatchObject({ lock, seconds: 12 });
  } finally {
    clock.mockRestore();
  }
});

test('what is gone is dropped; what may still be on its way is kept for a while', async () => {
  const ledger = open();
  const network = { state: 'made', subnets: ['10.1.0.0/24'] } as const;
  await ledger.set('machines', 'there', 'made');
  await ledger.set('machines', 'gone', 'made');
  await ledger.set('machines', 'coming', 'creating');
  await ledger.set('networks', 'there', network);
  await ledger.set('networks', 'gone', network);
  const live = { machines: new Set(['there']), networks: new Set(['there']) };
  await ledger.tidy(() => Promise.resolve(undefined));
  expect(Object.keys((await ledger.read()).machines)).toHaveLength(3);
  await ledger.tidy(() => Promise.resolve(live));
  expect(await ledger.read()).toMatchObject({
    machines: { there: 'made', coming: 'creating' },
    networks: { there: network },
  });
  expect(Object.keys((await ledger.read()).networks)).toEqual(['there']);
  utimesSync(ledger.file, new Date(), new Date(Date.now() - 100_000));
  await ledger.tidy(() => Promise.resolve(live));
  expect((await ledger.read()).machines).toEqual({ there: 'made' });
});

test('tidying a ledger that has nothing writes nothing', async () => {
  await open().tidy(() => Promise.reject(new Error('not needed')));
  expect(existsSync(open().file)).toBe(false);
});

test('a damaged ledger is an error, never an empty one', async () => {
  await open().set('machines', 'a', 'made');
  const { file } = open();
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
  await expect(open().read()).rejects.toThrow();
  await expect(open().set('machines', 'b', 'made')).rejects.toThrow();
});

test('a lab made from another file that still exists is known, as long as something of it is left', async () => {
  const first = join(folder, 'first.json');
  writeFileSync(first, '');
  const ledger = open();
  expect(await knownElsewhere(ledger, '/second.json')).toBeUndefined();
  await ledger.noteLabPath(first);
  expect(await knownElsewhere(ledger, '/second.json')).toBeUndefined();
  await ledger.set('machines', 'a', 'made');
  expect(await knownElsewhere(ledger, '/second.json')).toBe(first);
  expect(await knownElsewhere(ledger, undefined)).toBe(first);
  expect(await knownElsewhere(ledger, first)).toBeUndefined();
  rmSync(first);
  expect(await knownElsewhere(ledger, '/second.json')).toBeUndefined();
});

import { spawn } from 'node:child_process';
import { parts } from './setup/parts.ts';
import { type Counts, count, forgetReport, root, type Suite, suites } from './suites.ts';

/*
 * npm test        runs what is there, and says what is not
 * npm run test:full  provides the parts first; then everything has to run
 * Names of suites as arguments run only those.
 */

const full = process.argv.includes('--full');
const inCI = process.env['CI'] === 'true';
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const summary: string[] = [];
const total = { passed: 0, failed: 0, skipped: 0 };

function add(name: string, counts: Counts, remark: string): void {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  summary.push(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped; ${remark}`,
  );
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Why a suite cannot run, and whether that is a failure. */
function obstacle(suite: Suite): { readonly why: string; readonly fails: boolean } | undefined {
  if (suite.absent) return { why: suite.absent, fails: full || inCI };
  if (!suite.needs) return undefined;
  const { missing, ...present } = parts();
  if (present[suite.needs]) return undefined;
  const error = missing[suite.needs];
  if (error) return { why: `MISSING ${suite.needs}: ${error}`, fails: false };
  return { why: `${suite.needs} is not set up: npm run setup`, fails: full || inCI };
}

async function timed(work: () => Promise<number>): Promise<[code: number, seconds: string]> {
  const started = performance.now();
  const code = await work();
  return [code, `${((performance.now() - started) / 1000).toFixed(1)} s`];
}

const [, seconds] = await timed(async () => {
  if (full) {
    console.log('\n=== setup');
    const [code, took] = await timed(() => node(['node_modules/tsx/dist/cli.mjs', 'test/setup/setup.ts']));
    if (code !== 0) add('setup', { passed: 0, failed: 1, skipped: 0 }, took);
    else summary.push(`setup: ${took}`);
  }
  for (const suite of suites()) {
    if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
    console.log(`\n=== ${suite.name}`);
    const stop = obstacle(suite);
    if (stop) {
      console.log(`not run: ${stop.why}`);
      add(
        suite.name,
        { passed: 0, failed: stop.fails ? 1 : 0, skipped: stop.fails ? 0 : 1 },
        `not run: ${stop.why}`,
      );
      continue;
    }
    forgetReport(suite);
    const [code, took] = await timed(() => node(suite.args, suite.env));
    add(suite.name, count(suite, code), took);
  }
  return 0;
});

const known = new Set(suites().map(({ name }) => name));
for (const name of wanted.filter((name) => !known.has(name))) {
  add(name, { passed: 0, failed: 1, skipped: 0 }, 'no such suite');
}
console.log(`\n${summary.join('\n')}\nall: ${seconds}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from '../build/package/tools.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Suite {
  readonly name: string;
  /** Arguments after `node`. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The part of the setup it cannot do without. */
  readonly needs?: 'virtualbox' | 'chromium' | 'electron';
  /** Why it cannot run, when something of the checkout itself is not there. */
  readonly absent?: string | undefined;
  /** Reads the report; without it the suite is a gate, which counts as one test. */
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Counts };
}

export const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'test/output');
const tsx = 'node_modules/tsx/dist/cli.mjs';

const gate = (name: string, script: string): Suite => ({ name, args: [tsx, script] });

function vitest(name: string, config: string): Suite {
  const file = join(output, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    args: ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters],
    report: {
      file,
      read: (json) => {
        const it = json as Record<string, number | undefined>;
        return {
          passed: it['numPassedTests'] ?? 0,
          failed: it['numFailedTests'] ?? 0,
          skipped: (it['numPendingTests'] ?? 0) + (it['numTodoTests'] ?? 0),
        };
      },
    },
  };
}

function playwright(name: string, config: string): Suite {
  const file = join(output, `${name}.json`);
  return {
    name,
    args: ['node_modules/@playwright/test/cli.js', 'test', '-c', config, '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    report: {
      file,
      read: (json) => {
        const { stats } = json as { stats: Record<string, number | undefined> };
        return {
          passed: stats['expected'] ?? 0,
          // A test that passes only when repeated is a failure here.
          failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0),
          skipped: stats['skipped'] ?? 0,
        };
      },
    },
  };
}

function absentWithout(folder: string, ending: RegExp): string | undefined {
  const full = join(root, folder);
  const files = existsSync(full) ? readdirSync(full, { recursive: true, encoding: 'utf8' }) : [];
  return files.some((name) => ending.test(name)) ? undefined : `there is no test in ${folder}`;
}

/** Packages are made and looked at with programs of Debian. */
function absentPrograms(): string | undefined {
  const names = ['7za', 'dpkg-deb', 'desktop-file-validate', 'update-mime-database', 'xprop'];
  const absent = names.filter((name) => onPath(name, process.env) === undefined);
  return absent.length === 0 ? undefined : `there is no ${absent.join(', ')}: npm run setup`;
}

export function suites(): Suite[] {
  const e2e = existsSync(join(root, 'test/e2e/playwright.config.ts'))
    ? absentWithout('test/e2e', /\.(spec|test|e2e)\.ts$/)
    : 'there is no test/e2e/playwright.config.ts';
  return [
    gate('types', 'build/check-types.ts'),
    gate('layers', 'build/check-layers.ts'),
    gate('lint', 'build/check-lint.ts'),
    vitest('unit', 'vitest.config.ts'),
    gate('build', 'build/build.ts'),
    {
      ...vitest('virtualbox', 'test/virtualbox/vitest.config.ts'),
      needs: 'virtualbox',
      absent: absentWithout('test/virtualbox', /\.test\.ts$/),
    },
    { ...playwright('e2e', 'test/e2e/playwright.config.ts'), needs: 'chromium', absent: e2e },
    {
      ...playwright('electron', 'test/electron/playwright.config.ts'),
      needs: 'electron',
      absent: absentWithout('test/electron', /\.spec\.ts$/),
    },
    {
      ...playwright('package', 'test/package/playwright.config.ts'),
      needs: 'electron',
      absent: absentWithout('test/package', /\.spec\.ts$/) ?? absentPrograms(),
    },
  ];
}

/** What a finished suite counts for. A suite that ended badly without a failed test counts as one failure. */
export function count(suite: Suite, code: number): Counts {
  const bad = code !== 0;
  if (!suite.report) return { passed: bad ? 0 : 1, failed: bad ? 1 : 0, skipped: 0 };
  if (!existsSync(suite.report.file)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = suite.report.read(JSON.parse(readFileSync(suite.report.file, 'utf8')));
  const ran = counts.passed + counts.failed > 0;
  return counts.failed === 0 && (bad || !ran) ? { ...counts, failed: 1 } : counts;
}

/** An old report must not be taken for that of this run. */
export function forgetReport(suite: Suite): void {
  if (!suite.report) return;
  mkdirSync(dirname(suite.report.file), { recursive: true });
  rmSync(suite.report.file, { force: true });
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';

const good = writeDesign(sketchDesign('vm a 192.0.2.1/24\nvm b 192.0.2.2/24\na -- b'));
const clash = writeDesign(sketchDesign('vm a 192.0.2.1/24\nvm b 192.0.2.1/24\na -- b'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netloom-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function netloom(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((done) => {
    const all = { ...process.env, LC_ALL: 'en', NETLOOM_STATE: join(folder, 'state'), ...env };
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/main.ts', ...args],
      { env: all },
      (problem, stdout, stderr) => {
        done({ code: problem ? Number(problem.code) : 0, stdout, stderr });
      },
    );
  });
}

async function labFile(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${name}.netloom.json`);
  await writeFile(path, text);
  return path;
}

describe('netloom check', () => {
  it('is silent on stdout and ends with 0 for a good lab', async () => {
    const { code, stdout, stderr } = await netloom(['check', await labFile('good', good)]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'No problems found.\n' });
  });

  it('prints its findings as JSON, with their fixes, and ends with 1', async () => {
    const file = await labFile('clash', clash);
    const { code, stdout } = await netloom(['check', file, '--json']);
    const { line, column } = JSON.parse(stdout).diagnostics[0].position;
    expect(clash.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^"192\.0\.2\.1\/24"/);
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      {
        file,
        counts: { error: 1, warning: 0, hint: 0 },
        diagnostics: [
          {
            code: 'no-duplicate-address',
            severity: 'error',
            message: 'a and b both use 192.0.2.1.',
            at: { table: 'interfaces', row: 'b.eth0', field: 'addresses.0' },
            position: { line, column },
            fixes: [
              { label: 'Give b 192.0.2.2', safety: 'choice' },
              { label: 'Give a 192.0.2.2', safety: 'choice' },
            ],
          },
        ],
      },
    ]);
  });

  it('speaks Chinese when asked', async () => {
    const { stderr } = await netloom(['--lang', 'zh-CN', 'check', await labFile('clash', clash)]);
    expect(stderr).toContain('1 个错误');
  });

  it.each([
    ['cut in half', good.slice(0, good.length / 2)],
    ['with a duplicate key', good.replace('"a": {', '"b": {')],
    ['of an unknown major version', good.replace('"netloom": 1', '"netloom": 2')],
    ['of noise', Buffer.alloc(10 * 1024 * 1024, '[{"x": ')],
    ['of bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
  ])('ends with 2 and a place for a file %s', async (name, text) => {
    const file = await labFile(name.replaceAll(' ', '-'), text);
    const before = await readFile(file);
    const { code, stdout, stderr } = await netloom(['check', file, '--json']);
    const { diagnostics } = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(diagnostics).toHaveLength(1);
    expect(stderr.split('\n').length).toBeGreaterThan(1);
    expect((await readFile(file)).equals(before)).toBe(true);
    if (!name.includes('bytes'))
      expect(diagnostics[0]).toMatchObject({
        position: { line: expect.any(Number) },
        hint: expect.any(String),
      });
  });

  it('ends with 2 for a file that is not there', async () => {
    const { code, stderr } = await netloom(['check', join(folder, 'nothing.netloom.json')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing.netloom.json.')]);
  });

  it('does not let a name in a lab move the cursor', async () => {
    const hostile = clash.replace('"name": "b"', '"name": "\\u001b[2Jb"');
    const { stderr } = await netloom(['check', await labFile('hostile', hostile)]);
    expect(stderr).toContain('\\x1b[2Jb');
    expect(stderr).not.toContain('\u001b[2J');
  });
});

describe('netloom', () => {
  it.each([
    [['frob']],
    [['check']],
    [['plan', 'x', '--target', 'nosuch']],
    [['export', 'x']],
    [['serve', '--port', '99999']],
    [['serve', 'nosuch.netloom.json']],
    [['serve', 'package.json']],
    [['--lang', 'klingon', 'check', 'x']],
  ])('ends with 2 for wrong use: %j', async (args) => {
    expect((await netloom(args)).code).toBe(2);
  });

  it('ends with 4 when VirtualBox is not there', async () => {
    const { code, stderr } = await netloom(['plan', await labFile('good', good)], {
      VBOXMANAGE: join(folder, 'nosuch'),
    });
    expect([code, stderr.length > 0]).toEqual([4, true]);
  });

  it('prints JSON also when there is no plan', async () => {
    const { code, stdout } = await netloom(['plan', await labFile('clash', clash), '--json']);
    expect([code, JSON.parse(stdout).counts]).toEqual([1, { error: 1, warning: 0, hint: 0 }]);
  });

  it('refuses a folder and a pipe as a lab, and does not wait', async () => {
    const pipe = join(folder, 'pipe.netloom.json');
    await promisify(execFile)('mkfifo', [pipe]);
    const runs = await Promise.all([folder, pipe].map((path) => netloom(['check', path])));
    expect(runs.map(({ code }) => code)).toEqual([2, 2]);
  });

  it('ends when a folder cannot be made', async () => {
    const { code, stderr } = await netloom(['export', await labFile('good', good), '--out', '/proc/netloom']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('/proc/netloom cannot be written')]);
  });

  it('exports nothing of a lab with errors', async () => {
    const out = join(folder, 'out-clash');
    const { code } = await netloom(['export', await labFile('clash', clash), '--out', out]);
    await expect(readFile(join(out, 'manifest.json'))).rejects.toThrow('ENOENT');
    expect(code).toBe(1);
  });

  it('exports a script and a manifest', async () => {
    const out = join(folder, 'out-good');
    const { code, stdout } = await netloom(['export', await labFile('good', good), '--out', out, '--json']);
    expect([code, JSON.parse(stdout).files]).toEqual([
      0,
      expect.arrayContaining(['apply.sh', 'manifest.json']),
    ]);
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toBeTypeOf('object');
  });
});

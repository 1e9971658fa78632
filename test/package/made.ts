import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the suite has its packages made. */
export const made = join(root, 'test/output/packed');

export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** The kinds of package that are made here, and the app they were made of. */
export const unpacked = join(made, 'linux-unpacked');
export const archive = join(made, `netloom-${version}-linux-x64.tar.gz`);
export const debian = join(made, `netloom_${version}_amd64.deb`);

const call = promisify(execFile);

/** What a program prints; it fails with what it complains of. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  return (await call(program, args, { cwd: root, maxBuffer: 1 << 26 })).stdout;
}

/** A folder with what a package has in it, anew. */
export async function contentOf(path: string): Promise<string> {
  const folder = join(made, `of-${path.endsWith('.deb') ? 'deb' : 'tar'}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  if (path.endsWith('.deb')) await output('dpkg-deb', ['-x', path, folder]);
  else await output('tar', ['xzf', path, '-C', folder]);
  return folder;
}

/** Paths of the files in a folder, from it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

let listed: readonly string[] | undefined;

/** Files of the project, tracked or about to be. */
export function projectFiles(): readonly string[] {
  listed ??= execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)));
  return listed;
}

export const read = (name: string): string => readFileSync(join(root, name), 'utf8');

export const exists = (name: string): boolean => existsSync(join(root, name));

/** A folder with nothing in it counts as not there yet. */
export const entries = (folder: string): string[] =>
  exists(folder) ? readdirSync(join(root, folder)).toSorted() : [];

/** The exports of a module of the project, which need not exist when this file is compiled. */
export async function load(name: string): Promise<Record<string, unknown>> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(root, name)).href)) as Record<string, unknown>;
}

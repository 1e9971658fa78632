import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Programs of this computer that electron-builder would otherwise fetch, as the variables by which it takes them. With
 * them a package for Linux needs no network but for Electron; what is already set stays.
 */
export function localTools(env: Environment, quick: boolean): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const found: Record<string, string> = {};
  const archiver = onPath('7za', env);
  if (archiver !== undefined) found['ELECTRON_BUILDER_7ZIP_PATH'] = archiver;
  // electron-builder's own 9 takes two minutes more and saves one part in a hundred.
  if (!quick) found['ELECTRON_BUILDER_COMPRESSION_LEVEL'] = '6';
  if (onPath('dpkg-deb', env) !== undefined) {
    found['CUSTOM_FPM_PATH'] = fileURLToPath(new URL('./fpm.ts', import.meta.url));
    // fpm.ts is started by its first line, which looks for tsx.
    const programs = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
    found['PATH'] = [programs, env['PATH'] ?? ''].join(delimiter);
  }
  const free = Object.entries(found).filter(([name]) => name === 'PATH' || !env[name]);
  return Object.fromEntries(free);
}

/** The first program of that name in the folders of PATH. */
export function onPath(name: string, env: Environment): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

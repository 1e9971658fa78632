import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

async function isProgram(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs that is there and may be run. A bare name is looked up on the PATH, an absolute path
 * is taken as it is; on Windows a name without an ending also means the `.exe`.
 */
export async function findProgram(
  candidates: readonly string[],
  env: Environment,
): Promise<string | undefined> {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  for (const candidate of candidates) {
    const named =
      process.platform === 'win32' && !/\.exe$/i.test(candidate) ? [`${candidate}.exe`] : [candidate];
    const places = isAbsolute(candidate)
      ? named
      : folders.flatMap((folder) => named.map((name) => join(folder, name)));
    for (const place of places) if (await isProgram(place)) return place;
  }
  return undefined;
}

import { constants, copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { labEnding } from './files/workspace.ts';
import { stateFolder } from './state-folder.ts';

/** The folder a session may use, and the file it opens first, as that folder calls it. */
export interface Place {
  readonly workspace: string;
  readonly file?: string;
}

/**
 * Where a session works: the folder of the file it was given, or the workspace it was told. With neither it is a folder
 * of the user's with the samples that ship in `packageRoot`.
 */
export async function placeOf(
  packageRoot: string,
  given: { readonly file?: string | undefined; readonly workspace?: string | undefined },
): Promise<Place> {
  if (given.file !== undefined) {
    const path = resolve(given.file);
    const folder = given.workspace === undefined ? dirname(path) : resolve(given.workspace);
    const below = path.startsWith(folder + sep) ? relative(folder, path) : basename(path);
    return { workspace: folder, file: below.split(sep).join('/') };
  }
  if (given.workspace !== undefined) return { workspace: resolve(given.workspace) };
  return { workspace: await samples(packageRoot), file: `education${labEnding}` };
}

/** Copies of the shipped samples: to be edited and kept, never overwritten. */
async function samples(packageRoot: string): Promise<string> {
  const folder = join(stateFolder(), 'labs');
  await mkdir(folder, { recursive: true });
  const shipped = join(packageRoot, 'assets', 'samples');
  for (const name of await readdir(shipped)) {
    await copyFile(join(shipped, name), join(folder, name), constants.COPYFILE_EXCL).catch(() => undefined);
  }
  return folder;
}

import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder and those above it. Node's own way never returns below some folders of the system, such as /proc. */
export async function ensureFolder(folder: string): Promise<void> {
  const known = await stat(folder).catch(() => undefined);
  if (known?.isDirectory()) return;
  if (dirname(folder) !== folder) await ensureFolder(dirname(folder));
  await mkdir(folder);
}

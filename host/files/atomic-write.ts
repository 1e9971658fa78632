import { randomBytes } from 'node:crypto';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file as a whole: a temporary file beside it, flushed to disk, then renamed over it, then the folder flushed.
 * Whoever reads meanwhile sees the old text or the new, never a part. Links are followed and stay; permissions stay.
 *
 * @throws NodeJS.ErrnoException what the system said; the file is then as it was
 */
export async function atomicWrite(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o644,
  );
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (problem) {
    await unlink(temporary).catch(() => undefined);
    throw problem;
  }
  await flushFolder(dirname(target));
}

/** Makes the rename itself durable. Windows cannot open folders, and needs no such flush. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

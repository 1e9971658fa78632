import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * Tells when a file may have changed on disk, at most once per `quietMs`. Watches its folder, since editors and we replace
 * files rather than write into them.
 *
 * @returns stops watching
 */
export function watchFile(path: string, changed: () => void, quietMs = 150): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name !== null && name !== basename(path)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quietMs);
    });
    watcher.on('error', () => watcher?.close());
  } catch {
    // A folder that cannot be watched: saving still notices a changed file.
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}

import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import { atomicWrite } from '../host/files/atomic-write.ts';

/** Where the last window was, and how large. */
export interface Bounds extends Partial<Rectangle> {
  readonly maximised: boolean;
}

const least = 200;
const file = (): string => join(app.getPath('userData'), 'bounds.json');

/** What was kept, as far as it can still be seen on one of the screens. */
export async function readBounds(): Promise<Bounds> {
  try {
    const kept = JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>;
    const maximised = kept['maximised'] === true;
    const { x, y, width, height } = kept;
    if (![x, y, width, height].every(Number.isSafeInteger)) return { maximised };
    const bounds = { x, y, width, height } as Rectangle;
    return isSeen(bounds) ? { ...bounds, maximised } : { maximised };
  } catch {
    return { maximised: false };
  }
}

/** Keeps them as they change; that a place could not be kept is no reason to trouble anyone. */
export function keepBounds(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      write({ ...window.getNormalBounds(), maximised: window.isMaximized() }).catch(() => undefined);
    }, 300);
  };
  window.on('resize', keep).on('move', keep).on('maximize', keep).on('unmaximize', keep);
  window.once('closed', () => clearTimeout(timer));
}

async function write(bounds: Bounds): Promise<void> {
  await mkdir(dirname(file()), { recursive: true });
  await atomicWrite(file(), `${JSON.stringify(bounds)}\n`);
}

function isSeen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    return across >= least && down >= least;
  });
}

import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { type Bounds, keepBounds } from './bounds.ts';

/** A window for the page: sandboxed, isolated from its preload, without Node. It shows itself when it has drawn. */
export function createWindow({ maximised, ...bounds }: Bounds): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    // Elsewhere the icon is that of the program.
    ...(process.platform === 'linux' && { icon: join(__dirname, '../../assets/icons/256x256.png') }),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepBounds(window);
  bringBack(window);
  return window;
}

const restMs = 10_000;

/** A page that crashed is loaded again, and then offers its unsaved work; one that crashes at once again is left. */
function bringBack(window: BrowserWindow): void {
  let last = -restMs;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || now - last < restMs) return;
    last = now;
    window.webContents.reload();
  });
}

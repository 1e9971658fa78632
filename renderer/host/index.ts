import type { Bridge, Host } from '../../shared/contract/index.ts';
import { createElectronHost } from './electron.ts';
import { createHttpHost } from './http.ts';

declare global {
  interface Window {
    /** The bridge of a desktop shell, where the page runs in one. */
    readonly netloom?: Bridge;
  }
}

/** What can touch files and VirtualBox: the desktop shell's bridge, or the local web server. */
export const host: Host = window.netloom ? createElectronHost(window.netloom) : createHttpHost();

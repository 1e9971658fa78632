import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A real VirtualBox: `wrapper` is what callers run, `elf` is the program the wrapper ends up in. */
export interface VirtualBoxPart {
  readonly wrapper: string;
  readonly elf: string;
  readonly version: string;
}

export interface ChromiumPart {
  readonly path: string;
  readonly version: string;
}

/** An Electron for tests: its folder, as ELECTRON_OVERRIDE_DIST_PATH wants it, and the program in it. */
export interface ElectronPart {
  readonly folder: string;
  readonly program: string;
  readonly version: string;
}

export interface Parts {
  readonly virtualbox?: VirtualBoxPart;
  readonly chromium?: ChromiumPart;
  readonly electron?: ElectronPart;
  /** Parts that three tries could not fetch, with the last line of the error. */
  readonly missing: Readonly<Record<string, string>>;
}

/** The one folder everything outside the checkout goes to. Deleting it is always safe. */
export function cacheFolder(): string {
  return process.env['NETLOOM_CACHE'] || join(homedir(), '.cache', 'netloom');
}

export function partsFile(): string {
  return join(cacheFolder(), 'parts.json');
}

function recorded(): Parts {
  if (!existsSync(partsFile())) return { missing: {} };
  const read = JSON.parse(readFileSync(partsFile(), 'utf8')) as Partial<Parts>;
  return { ...read, missing: read.missing ?? {} };
}

/**
 * What the suites may use: what `npm run setup` recorded, overridden by VBOXMANAGE, CHROMIUM and
 * ELECTRON_OVERRIDE_DIST_PATH.
 * A recorded program that is no longer on the disk is left out.
 */
export function parts(): Parts {
  const { virtualbox, chromium, electron, missing } = recorded();
  const unpacked = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const boxed = process.env['VBOXMANAGE'];
  const browser = process.env['CHROMIUM'];
  const box: VirtualBoxPart | undefined = boxed
    ? { wrapper: boxed, elf: boxed, version: 'from VBOXMANAGE' }
    : virtualbox && existsSync(virtualbox.wrapper) && existsSync(virtualbox.elf)
      ? virtualbox
      : undefined;
  const web: ChromiumPart | undefined = browser
    ? { path: browser, version: 'from CHROMIUM' }
    : chromium && existsSync(chromium.path)
      ? chromium
      : undefined;
  const shell: ElectronPart | undefined = unpacked
    ? { folder: unpacked, program: join(unpacked, 'electron'), version: 'from ELECTRON_OVERRIDE_DIST_PATH' }
    : electron && existsSync(electron.program)
      ? electron
      : undefined;
  return {
    missing,
    ...(box && { virtualbox: box }),
    ...(web && { chromium: web }),
    ...(shell && { electron: shell }),
  };
}

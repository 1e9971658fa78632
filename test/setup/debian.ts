import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FetchError, fetchWithRetries, run } from './attempt.ts';

/** Debian packages of the full suite and what each is for. */
export const packages: Readonly<Record<string, string>> = {
  'ca-certificates': 'certificates of the package mirrors',
  chromium: 'the browser of the end-to-end suite',
  debootstrap: 'unpacks the Debian system VirtualBox runs in',
  'desktop-file-utils': 'checks the menu entry of the package',
  'fonts-noto-cjk': 'Chinese text in screenshots',
  'libatk-bridge2.0-0': 'Electron',
  libasound2: 'Electron',
  libgbm1: 'Electron',
  'libgtk-3-0': 'Electron',
  libnss3: 'Electron',
  'p7zip-full': 'packs the .tar.gz of the desktop app',
  procps: 'tests that look at processes',
  'shared-mime-info': 'reads the file type that the package declares',
  'util-linux': 'unshare: mounts that nobody else sees',
  'x11-utils': 'asks the screen which icon a window has',
  xvfb: 'the screen Electron draws on',
};

const install = ['install', '-y', '-qq', '--no-install-recommends'];

export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

async function isInstalled(name: string): Promise<boolean> {
  const ran = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}', name], { quiet: true });
  return ran.code === 0 && ran.out.startsWith('ii');
}

/** Installs what is missing, each package by itself; gives the errors of those that could not be fetched. */
export async function installPackages(): Promise<Record<string, string>> {
  const absent: string[] = [];
  for (const name of Object.keys(packages)) if (!(await isInstalled(name))) absent.push(name);
  console.log(`Debian packages: ${Object.keys(packages).join(' ')}`);
  console.log(absent.length === 0 ? 'all are installed' : `to install: ${absent.join(' ')}`);
  const errors: Record<string, string> = {};
  if (absent.length === 0) return errors;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update', '-qq'], ...absent.map((name) => [...install, name])];
  for (const args of steps) {
    const name = args.at(-1) ?? '';
    try {
      await fetchWithRetries(`apt-get ${args[0]} ${name}`, () => run('apt-get', args, { env }));
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (args[0] === 'install') errors[name] = error.message;
    }
  }
  return errors;
}

/** The mirror this machine uses itself, so that a local mirror or cache also serves the chroot. */
export function debianMirror(): string {
  const folder = '/etc/apt/sources.list.d';
  const lists = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  for (const list of [...lists.filter((name) => name.endsWith('.sources')), '/etc/apt/sources.list']) {
    if (!existsSync(list)) continue;
    const found = /^(?:URIs:|deb)\s+(?:\[[^\]]*\]\s+)?(https?:\/\/\S+\/debian)\/?(?:\s|$)/m.exec(
      readFileSync(list, 'utf8'),
    );
    if (found?.[1]) return found[1];
  }
  return 'http://deb.debian.org/debian';
}

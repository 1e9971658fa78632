import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import type { Electron } from './electron.ts';
import { fusesFor } from './fuses.ts';

/** How a package is made, beyond what it is. */
export interface Making {
  readonly electron: Electron;
  /** The folder for what is made, from that of the project. */
  readonly output: string;
  /** Little compression: for tests, where size does not count and time does. */
  readonly quick: boolean;
}

const labType = 'application/x-netloom-lab+json';

/*
 * Lab files are `*.netloom.json`. Linux tells types by patterns, so there a lab is a type of its own, which is also
 * JSON: build/package/mime.xml. An AppImage installs nothing and so declares no type.
 * Windows and macOS go by the last ending alone. macOS can be told that Netloom opens JSON files but is not the first
 * choice for them. On Windows whoever declares an ending takes it over, and nobody's other JSON files are ours: there
 * labs are opened from the app, by argument, or with "Open with".
 */

/** What electron-builder makes of the project. `targets.ts` says which kinds of package. */
export function configFor({ electron, output, quick }: Making): Configuration {
  return {
    appId: 'example.netloom.designer',
    productName: 'Netloom',
    copyright: 'Copyright © 2026 Netloom contributors',
    directories: { output, buildResources: 'build/package' },
    artifactName: 'netloom-${version}-${os}-${arch}.${ext}',
    electronVersion: electron.version,
    electronDist: electron.folder,
    // Everything is bundled into dist, so no package of npm goes along, and nothing is compiled.
    npmRebuild: false,
    files: [
      'dist/electron/**',
      'dist/renderer/**',
      'assets/samples/**',
      'assets/icons/256x256.png',
      'package.json',
      '!dist/**/licences.md',
      '!**/node_modules/**',
    ],
    // Licences are beside the archive, where people can read them.
    extraResources: [
      { from: 'LICENSE', to: 'LICENSE.netloom.txt' },
      { from: 'dist/electron/licences.md', to: 'LICENSES.main.md' },
      { from: 'dist/renderer/licences.md', to: 'LICENSES.page.md' },
    ],
    asar: true,
    compression: quick ? 'store' : 'normal',
    electronFuses: fusesFor(electron.version),
    afterPack: removeStarter,
    publish: null,
    linux: {
      executableName: 'netloom',
      syncDesktopName: true,
      icon: 'assets/icons',
      category: 'Education;ComputerScience',
      synopsis: 'designer for lab networks',
      mimeTypes: [labType],
      // One file a start; the first start takes over the files of the others.
      executableArgs: ['%f'],
      desktop: { entry: { Keywords: 'network;lab;topology;VirtualBox;VLAN;', StartupNotify: 'true' } },
    },
    deb: {
      artifactName: '${name}_${version}_${arch}.${ext}',
      packageCategory: 'education',
      priority: 'optional',
      depends: debianLibraries,
      recommends: [],
      compression: quick ? 'gz' : 'xz',
      fpm: [
        ...(quick ? ['--deb-compression-level', '1'] : []),
        // Real fpm takes paths from the folder it is started in, which is that of the project.
        'build/package/mime.xml=/usr/share/mime/packages/netloom.xml',
        'LICENSE=/usr/share/doc/netloom/copyright',
        'assets/icons/netloom.svg=/usr/share/icons/hicolor/scalable/apps/netloom.svg',
      ],
    },
    mac: {
      icon: 'assets/icons/netloom.icns',
      category: 'public.app-category.education',
      fileAssociations: [
        { ext: 'json', name: 'JSON file', role: 'Editor', rank: 'Alternate', mimeType: 'application/json' },
      ],
    },
    win: { icon: 'assets/icons/netloom.ico' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  };
}

/** What Electron's program and its shared libraries are linked to. */
const debianLibraries = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];

/** From a folder everything of Electron is copied, so also what it runs when it is given no app. */
function removeStarter({ packager, appOutDir }: AfterPackContext): Promise<void> {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
  return Promise.resolve();
}

import { Arch, Platform } from 'electron-builder';

/** Kinds of package for one platform: those made when none is named, and those made when named. */
export interface Kinds {
  readonly platform: Platform;
  readonly usual: readonly string[];
  readonly named: readonly string[];
}

const dir = 'dir';

/** What can be made on a computer for its own platform. `dir` is the unpacked app, which comes with every other. */
export const kindsOf: Readonly<Partial<Record<NodeJS.Platform, Kinds>>> = {
  win32: { platform: Platform.WINDOWS, usual: ['nsis', 'zip'], named: [dir] },
  darwin: { platform: Platform.MAC, usual: ['dmg', 'zip'], named: [dir] },
  // An AppImage begins with a small program of the AppImage project, which electron-builder has to fetch.
  linux: { platform: Platform.LINUX, usual: ['deb', 'tar.gz'], named: [dir, 'AppImage'] },
};

const archs: Readonly<Partial<Record<NodeJS.Architecture, Arch>>> = { x64: Arch.x64, arm64: Arch.arm64 };

/** The targets, as electron-builder wants them, for the named kinds or the usual ones. */
export function targetsFor(names: readonly string[]): Map<Platform, Map<Arch, string[]>> {
  const kinds = kindsOf[process.platform];
  const arch = archs[process.arch];
  if (!kinds || arch === undefined) throw new Error(`no package for ${process.platform} on ${process.arch}`);
  const known = [...kinds.usual, ...kinds.named];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no ${unknown.join(', ')} here, only ${known.join(', ')}`);
  return kinds.platform.createTarget(names.length > 0 ? [...names] : [...kinds.usual], arch);
}

import type { Configuration } from 'electron-builder';

/**
 * Electron's switches that no setting of a computer can turn again: the program is Netloom and never a Node that runs
 * what an environment variable or an argument tells it, and it loads nothing but the archive it came with.
 */
export function fusesFor(electronVersion: string): NonNullable<Configuration['electronFuses']> {
  const major = Number.parseInt(electronVersion, 10);
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Checked by Electron on macOS and Windows; on Linux it does nothing yet.
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // The page comes by app://. Electron before 29 does not have this switch, and setting it there is an error.
    ...(major >= 29 && { grantFileProtocolExtraPrivileges: false }),
  };
}

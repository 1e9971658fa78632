import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { type Environment, findProgram } from '../../process/find.ts';
import { problem } from './problem.ts';

/** Where the installers of VirtualBox put the program; the plain binary first, its wrapper script is slower. */
function usualPlaces(env: Environment): string[] {
  switch (process.platform) {
    case 'win32':
      return [
        env['VBOX_MSI_INSTALL_PATH'],
        env['ProgramFiles'] && join(env['ProgramFiles'], 'Oracle', 'VirtualBox'),
      ].flatMap((folder) => (folder ? [join(folder, 'VBoxManage.exe')] : []));
    case 'darwin':
      return ['/Applications/VirtualBox.app/Contents/MacOS/VBoxManage', '/usr/local/bin/VBoxManage'];
    default:
      return ['/usr/lib/virtualbox/VBoxManage', '/usr/lib64/virtualbox/VBoxManage', '/usr/bin/VBoxManage'];
  }
}

/** VBoxManage: the one VBOXMANAGE names and no other, else from the PATH, else from where it is usually installed. */
export async function findVBoxManage(env: Environment): Promise<Result<string, Diagnostic>> {
  const chosen = env['VBOXMANAGE'];
  const candidates = chosen ? [chosen] : ['VBoxManage', ...usualPlaces(env)];
  const path = await findProgram(candidates, env);
  if (path !== undefined) return ok(path);
  return fail(problem('not-found', { looked: chosen ? chosen : ['PATH', ...usualPlaces(env)].join(', ') }));
}

/** The folder of the VirtualBox profile that VBoxManage would use. */
export function profileFolder(env: Environment): string {
  const chosen = env['VBOX_USER_HOME'];
  if (chosen) return chosen;
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  switch (process.platform) {
    case 'win32':
      return join(home, '.VirtualBox');
    case 'darwin':
      return join(home, 'Library', 'VirtualBox');
    default: {
      // Profiles from before VirtualBox 4.3 stay where they are.
      const old = join(home, '.VirtualBox');
      return existsSync(old) ? old : join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'VirtualBox');
    }
  }
}

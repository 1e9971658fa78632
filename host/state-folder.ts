import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Netloom keeps what must outlive a session: settings and the ledger. `NETLOOM_STATE` says otherwise. */
export function stateFolder(env: Environment = process.env): string {
  if (env.NETLOOM_STATE) return env.NETLOOM_STATE;
  switch (process.platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Netloom');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Netloom');
    default:
      return join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'netloom');
  }
}

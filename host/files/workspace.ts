import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { byText } from '../../shared/base/by-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import { message } from '../../shared/messages/message.ts';

export const labEnding = '.netloom.json';

export interface LabFile {
  readonly file: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** The folder whose lab files a session may read and write; everything else is out of its reach. */
export interface Workspace {
  readonly folder: string;
  /** The path of a file of the workspace, or of one that was granted. Links that lead out of it are refused. */
  pathOf(file: string): Promise<Result<string, HostProblem>>;
  /** Lets this session use one more file, which a person chose; gives the name it has here. */
  grant(path: string): string;
  /** The name of a file here; undefined where it is out of reach. */
  nameOf(path: string): string | undefined;
  /** Lab files up to three folders deep, by name; hidden folders and node_modules are passed over. */
  list(): Promise<LabFile[]>;
}

export function createWorkspace(folder: string): Workspace {
  const root = resolve(folder);
  const inside = root.endsWith(sep) ? root : root + sep;
  const granted = new Set<string>();
  const below = (path: string): string | undefined =>
    path.startsWith(inside) && path.endsWith(labEnding)
      ? path.slice(inside.length).split(sep).join('/')
      : undefined;
  return {
    folder: root,
    grant(path) {
      granted.add(resolve(path));
      return below(resolve(path)) ?? resolve(path);
    },
    nameOf: (path) => below(path) ?? (granted.has(path) ? path : undefined),
    async pathOf(file) {
      const path = resolve(root, file);
      if (granted.has(path) && !file.includes('\0')) return ok(path);
      const refused = fail<HostProblem>({
        code: 'refused',
        message: message('host/outside', { file, workspace: root }),
      });
      if (file.includes('\0') || !path.startsWith(inside)) return refused;
      if (!path.endsWith(labEnding))
        return fail({ code: 'refused', message: message('host/not-a-lab-name', { file }) });
      const realRoot = await realpath(root).catch(() => root);
      const real = await realpath(path).catch(async () =>
        join(await realpath(dirname(path)).catch(() => dirname(path)), 'new'),
      );
      return real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep) ? ok(path) : refused;
    },
    list: () => listLabs(root, '', 3),
  };
}

async function listLabs(root: string, below: string, depth: number): Promise<LabFile[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
  const found: LabFile[] = [];
  for (const entry of entries.sort((a, b) => byText(a.name, b.name))) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && depth > 1 && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      found.push(...(await listLabs(root, file, depth - 1)));
    } else if (entry.isFile() && entry.name.endsWith(labEnding)) {
      const info = await stat(join(root, file)).catch(() => undefined);
      if (info) found.push({ file, bytes: info.size, modifiedMs: Math.round(info.mtimeMs) });
    }
  }
  return found;
}

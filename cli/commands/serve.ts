import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createHost } from '../../host/create-host.ts';
import { createWorkspace, labEnding } from '../../host/files/workspace.ts';
import { reasonOf } from '../../host/files/read-text.ts';
import { placeOf } from '../../host/place.ts';
import { serve as serveHost } from '../../host/serve.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot, version } from '../version.ts';

export interface ServeOptions {
  readonly port: number;
  readonly open: boolean;
  readonly workspace?: string;
  readonly readOnly?: boolean;
}

/** Serves the page on 127.0.0.1 until it is stopped. Without a file it opens a sample to play with. */
export async function serve(
  context: Context,
  file: string | undefined,
  options: ServeOptions,
): Promise<ExitCode> {
  const { speaker } = context;
  const wrong = await wrongUse(file, options);
  if (wrong) {
    speaker.tell(wrong);
    return exitCodes.unreadable;
  }
  const place = await placeOf(packageRoot, { file, workspace: options.workspace });
  const host = createHost({
    version,
    workspace: createWorkspace(place.workspace),
    file: place.file,
    writable: options.readOnly !== true,
    backends: context.backends,
  });
  let serving: Awaited<ReturnType<typeof serveHost>>;
  try {
    serving = await serveHost(host, {
      folder: join(packageRoot, 'dist', 'renderer'),
      port: options.port,
      onOpened: () => speaker.say('cli/serving-opened'),
    });
  } catch (problem) {
    speaker.say('cli/cannot-serve', { port: options.port, reason: reasonOf(problem) });
    return exitCodes.environmentMissing;
  }
  const first = serving.address();
  speaker.say('cli/serving', { address: first });
  speaker.say('cli/serving-hint');
  if (options.open && process.stderr.isTTY) openBrowser(first);
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined;
  lines?.on('line', () => speaker.say('cli/serving', { address: serving.address() }));
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  lines?.close();
  // Told to stop again, the system ends the program at once.
  if (host.busy) speaker.say('cli/stopping-apply');
  await host.stop();
  host.close();
  await serving.close();
  return exitCodes.fine;
}

/** A file that is not there or no lab, or a folder that is none: said at once, not by an empty page. */
export async function wrongUse(
  file: string | undefined,
  options: Pick<ServeOptions, 'workspace'>,
): Promise<Message | undefined> {
  if (options.workspace !== undefined && !(await isKind(options.workspace, 'folder'))) {
    return message('cli/no-folder', { file: options.workspace });
  }
  if (file === undefined) return undefined;
  if (!file.endsWith(labEnding)) return message('host/not-a-lab-name', { file });
  return (await isKind(file, 'file')) ? undefined : message('host/no-file', { file });
}

function isKind(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  return stat(path).then(
    (info) => (kind === 'file' ? info.isFile() : info.isDirectory()),
    () => false,
  );
}

function openBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['explorer.exe', address]
        : ['xdg-open', address];
  const child = spawn(program ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

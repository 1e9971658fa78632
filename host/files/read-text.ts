import { createHash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import { message } from '../../shared/messages/message.ts';

export interface TextFile {
  readonly text: string;
  /** Changes exactly when the bytes do. */
  readonly version: string;
}

const limitMiB = 64;

/** Names the version of a text as it stands on disk. */
export function versionOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Reads a whole file as strict UTF-8. `shown` is how the file is called in a message. */
export async function readText(path: string, shown: string): Promise<Result<TextFile, HostProblem>> {
  let bytes: Buffer;
  try {
    // Without O_NONBLOCK a named pipe would keep us waiting for somebody to write.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const info = await handle.stat();
      const { size } = info;
      if (!info.isFile()) {
        const id = info.isDirectory() ? 'host/is-folder' : 'host/not-a-file';
        return fail({ code: 'unreadable', message: message(id, { file: shown }) });
      }
      if (size > limitMiB * 1024 * 1024) {
        const values = { file: shown, size: Math.ceil(size / 1024 / 1024), limit: limitMiB };
        return fail({ code: 'unreadable', message: message('host/too-large', values) });
      }
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (problem) {
    if (reasonOf(problem) === 'ENOENT')
      return fail({ code: 'not-found', message: message('host/no-file', { file: shown }) });
    return fail({
      code: 'disk',
      message: message('host/cannot-read', { file: shown, reason: reasonOf(problem) }),
    });
  }
  try {
    return ok({
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      version: versionOf(bytes),
    });
  } catch {
    return fail({ code: 'unreadable', message: message('host/not-utf8', { file: shown }) });
  }
}

/** The system's short name of a failure, such as ENOSPC. */
export function reasonOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
}

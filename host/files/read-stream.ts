import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import { message } from '../../shared/messages/message.ts';
import { type TextFile, versionOf } from './read-text.ts';

const limitMiB = 64;

/** Reads a stream to its end as strict UTF-8, such as standard input. `shown` is how it is called in a message. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  shown: string,
): Promise<Result<TextFile, HostProblem>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limitMiB * 1024 * 1024) {
      const values = { file: shown, size: Math.ceil(size / 1024 / 1024), limit: limitMiB };
      return fail({ code: 'unreadable', message: message('host/too-large', values) });
    }
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return ok({ text, version: versionOf(bytes) });
  } catch {
    return fail({ code: 'unreadable', message: message('host/not-utf8', { file: shown }) });
  }
}

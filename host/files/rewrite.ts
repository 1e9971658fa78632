import { fail, ok, type Result } from '../../shared/base/result.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { atomicWrite } from './atomic-write.ts';
import { readText, reasonOf } from './read-text.ts';

/** Replaces the text of a file that was read as `version`; refuses when it has changed since, and says why it could not. */
export async function rewrite(
  path: string,
  version: string,
  text: string,
): Promise<Result<undefined, Message>> {
  const now = await readText(path, path);
  if (!now.ok) return fail(now.problem.message);
  if (now.value.version !== version) return fail(message('cli/changed-meanwhile', { file: path }));
  try {
    await atomicWrite(path, text);
  } catch (problem) {
    return fail(message('cli/cannot-write', { file: path, reason: reasonOf(problem) }));
  }
  return ok(undefined);
}

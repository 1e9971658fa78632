import type { Context } from '../context.ts';
import { openWindow } from '../desktop.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { serve, wrongUse } from './serve.ts';

export interface StartOptions {
  readonly web?: boolean;
}

/** Opens the designer in a window of its own, and in a browser where no window is to be had or wanted. */
export async function start(
  context: Context,
  file: string | undefined,
  options: StartOptions,
): Promise<ExitCode> {
  const wrong = await wrongUse(file, {});
  if (wrong) {
    context.speaker.tell(wrong);
    return exitCodes.unreadable;
  }
  if (options.web !== true) {
    if (await openWindow(context.speaker, file)) return exitCodes.fine;
    context.speaker.say('cli/no-electron');
  }
  return serve(context, file, { port: 0, open: true });
}

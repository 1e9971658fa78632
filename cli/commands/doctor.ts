import { examine } from '../../host/doctor.ts';
import { stateFolder } from '../../host/state-folder.ts';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import type { Context } from '../context.ts';
import { unpackedElectron } from '../desktop.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { leastNode } from '../version.ts';

const severities = { fine: 'hint', without: 'warning', missing: 'error' } as const;

/** Says what Netloom finds on this computer, and what to do about what it does not find. */
export async function doctor(context: Context, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { speaker, locale } = context;
  const found = await examine({
    nodeVersion: process.versions.node,
    leastNode,
    backends: context.backends,
    electron: unpackedElectron(),
    stateFolder: stateFolder(),
    workspace: process.cwd(),
  });
  for (const { what, state, message } of found)
    speaker.marked(what, severities[state], speaker.words(message));
  const isFine = found.every(({ state }) => state !== 'missing');
  speaker.say(isFine ? 'cli/doctor/fine' : 'cli/doctor/not-fine');
  if (options.json) {
    context.printJson(found.map((one) => ({ ...one, message: formatMessage(one.message, locale) })));
  }
  return isFine ? exitCodes.fine : exitCodes.environmentMissing;
}

import type { Answer } from '../../shared/contract/call.ts';
import type { Bridge, CallInput, CallName, CallOutput, Host } from '../../shared/contract/index.ts';
import { lost } from './lost.ts';

/** The host in the main process of the desktop shell. */
export function createElectronHost(bridge: Bridge): Host {
  return {
    call: async <Name extends CallName>(
      name: Name,
      input: CallInput<Name>,
    ): Promise<Awaited<Answer<CallOutput<Name>>>> => {
      const method = bridge[name] as (input: CallInput<Name>) => Answer<CallOutput<Name>>;
      try {
        return await method(input);
      } catch (error) {
        return lost(String(error));
      }
    },
    on: bridge.on,
  };
}

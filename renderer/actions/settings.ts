import type { Settings } from '../../shared/contract/shapes.ts';
import { host } from '../host/index.ts';
import { settingsStore } from '../stores/settings-store.ts';

/** Changes theme or language at once; the host keeps it for the next time. */
export function changeSettings(change: Partial<Settings>): void {
  settingsStore.setState(change);
  void host.call('settings.write', settingsStore.getState());
}

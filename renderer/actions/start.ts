import { host } from '../host/index.ts';
import { designStore } from '../stores/design-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { viewStore } from '../stores/view-store.ts';
import { newLab, openFile } from './files.ts';
import { listenToJobs } from './plan.ts';
import { reportHost } from './report.ts';

/** Asks the host what this session is and shows its lab, or an empty one. */
export async function start(newName: string): Promise<void> {
  listenToJobs();
  host.on('design.changed-on-disk', ({ file, version }) => {
    const open = designStore.getState();
    if (file === open.file && version !== open.version) viewStore.setState({ changedOnDisk: true });
  });
  const session = await host.call('session.read', {});
  if (session.ok) {
    const { settings, writable, workspace, file } = session.value;
    settingsStore.setState(settings);
    sessionStore.setState({ writable, workspace });
    await newLab(newName);
    if (file !== undefined) await openFile(file);
  } else reportHost(session.problem);
  sessionStore.setState({ ready: true });
  await readTargetStatus();
}

/** Asks whether VirtualBox is there. */
export async function readTargetStatus(): Promise<void> {
  const status = await host.call('target.status', { target: 'virtualbox' });
  sessionStore.setState(status.ok ? { virtualbox: status.value } : { connected: false });
}

import { isCommand } from '../../shared/contract/commands.ts';
import { message } from '../../shared/messages/message.ts';
import { host } from '../host/index.ts';
import { designStore } from '../stores/design-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { notify, viewStore } from '../stores/view-store.ts';
import { listenToDrops } from './drop-file.ts';
import { findDrafts, keepDrafts } from './drafts.ts';
import { newLab, openFile, save } from './files.ts';
import { performFromMenu } from './menu.ts';
import { listenToJobs } from './plan.ts';
import { reportHost } from './report.ts';
import { tellWhatIsShown } from './shown.ts';

/** Asks the host what this session is and shows its lab, or an empty one. */
export async function start(newName: string): Promise<void> {
  listen();
  const session = await host.call('session.read', {});
  if (session.ok) {
    const { settings, writable, workspace, file, dialogs } = session.value;
    settingsStore.setState(settings);
    sessionStore.setState({ writable, workspace, dialogs });
    await newLab(newName);
    if (file !== undefined) await openFile(file);
    tellWhatIsShown();
    keepDrafts();
    await findDrafts();
    if (!writable) notify({ tone: 'hint', message: message('ui/may-not-save', { workspace }) });
  } else reportHost(session.problem);
  sessionStore.setState({ ready: true });
  await readTargetStatus();
}

/** Follows what the host tells. */
function listen(): void {
  listenToJobs();
  listenToDrops();
  host.on('design.changed-on-disk', ({ file, version }) => {
    const open = designStore.getState();
    if (file === open.file) viewStore.setState({ onDisk: version === open.version ? 'same' : 'changed' });
  });
  host.on('design.gone-from-disk', ({ file }) => {
    if (file === designStore.getState().file) viewStore.setState({ onDisk: 'gone' });
  });
  host.on('command', ({ id }) => {
    if (isCommand(id)) performFromMenu(id);
  });
  host.on('close.save', () => void save(() => void host.call('window.close', {})));
}

/** Asks whether VirtualBox is there. */
export async function readTargetStatus(): Promise<void> {
  const status = await host.call('target.status', { target: 'virtualbox' });
  sessionStore.setState(status.ok ? { virtualbox: status.value } : { connected: false });
}

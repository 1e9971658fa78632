import { paletteEntries } from '../../shared/kinds/composites.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { arrangements } from '../../shared/model/edit/arrange.ts';
import type { UiId } from '../i18n/text.tsx';
import { analysisStore } from '../stores/analysis-store.ts';
import { bringIntoView } from '../stores/canvas-store.ts';
import { designStore, redo, undo } from '../stores/design-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { notify, openDialog, viewStore } from '../stores/view-store.ts';
import { giveAddresses, selectedSegments } from './address.ts';
import { addDeviceAt } from './add-device.ts';
import { arrangeSelection, groupSelection, selectedGroups, ungroupSelection } from './arrange.ts';
import { startCabling } from './cable.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  hasCopied,
  pasteText,
  writeClipboard,
} from './clipboard.ts';
import { commitField } from './commit-field.ts';
import { newLab, save, saveAs, unlessUnsaved } from './files.ts';
import { fixAllSafe, safelyFixed } from './fix.ts';
import { focusName, focusNextArea } from './focus.ts';
import { addNoteAt } from './notes.ts';
import { makePlan } from './plan.ts';
import { currentProblem, fixCurrentProblem, goToProblem } from './problems.ts';
import { say } from './say.ts';
import { removeSelection, selectAll, selected, selectNone } from './selection.ts';
import { changeSettings } from './settings.ts';

export interface Action {
  readonly run: () => void;
  /** Why it cannot be done now; undefined when it can. */
  readonly blocked?: () => UiId | undefined;
  /** For what is switched on and off: whether it is on. */
  readonly isOn?: () => boolean;
}

type Blocked = NonNullable<Action['blocked']>;

const count = (): number => selected().devices.size + selected().notes.size;
const needsAny: Blocked = () =>
  count() + selected().links.size + selected().groups.size === 0 ? 'why/nothing-selected' : undefined;
const needsThings: Blocked = () => (count() === 0 ? 'why/nothing-selected' : undefined);
const needsDevice: Blocked = () => (selected().devices.size === 0 ? 'why/no-device-selected' : undefined);
const needsLab: Blocked = () =>
  Object.keys(designStore.getState().design.devices).length === 0 ? 'why/empty-lab' : undefined;
const needsProblem: Blocked = () =>
  analysisStore.getState().diagnostics.length === 0 ? 'why/no-problems' : undefined;
const needsWriting: Blocked = () => (sessionStore.getState().writable ? undefined : 'why/read-only');

const toggle = (name: 'palette' | 'inspector' | 'minimap' | 'snap'): Action => ({
  run: () => changeSettings({ [name]: !settingsStore.getState()[name] }),
  isOn: () => settingsStore.getState()[name],
});

const bottom = (name: 'problems' | 'list'): Action => ({
  run: () =>
    viewStore.setState({
      bottom: viewStore.getState().bottom === name ? undefined : name,
      problemsOf: undefined,
    }),
  isOn: () => viewStore.getState().bottom === name,
});

const theme = (name: 'light' | 'dark' | 'system'): Action => ({
  run: () => changeSettings({ theme: name }),
  isOn: () => settingsStore.getState().theme === name,
});

const adds = Object.fromEntries(
  paletteEntries.map((entry) => [`add-${entry}`, { run: () => addDeviceAt(entry) }]),
) as Record<`add-${(typeof paletteEntries)[number]}`, Action>;

const arranges = Object.fromEntries(
  arrangements.map((how) => {
    const least = how.startsWith('distribute') ? 3 : 2;
    const why = least === 3 ? 'why/select-three' : 'why/select-two';
    return [how, { run: () => arrangeSelection(how), blocked: () => (count() < least ? why : undefined) }];
  }),
) as Record<(typeof arrangements)[number], Action>;

/** What each command does, and when it cannot. */
export const actions: Readonly<Record<CommandId, Action>> = {
  new: { run: () => unlessUnsaved(() => void newLab(say(message('ui/new-lab-name')))) },
  open: { run: () => unlessUnsaved(() => openDialog({ kind: 'open' })) },
  save: { run: () => (commitField(), void save()), blocked: needsWriting },
  'save-as': { run: () => (commitField(), void saveAs()), blocked: needsWriting },

  undo: {
    run: undo,
    blocked: () => (designStore.getState().history.length === 0 ? 'why/nothing-to-undo' : undefined),
  },
  redo: {
    run: redo,
    blocked: () => (designStore.getState().future.length === 0 ? 'why/nothing-to-redo' : undefined),
  },
  cut: { run: () => void writeClipboard(cutSelection()), blocked: needsThings },
  copy: { run: () => void writeClipboard(copySelection()), blocked: needsThings },
  paste: { run: () => pasteText(), blocked: () => (hasCopied() ? undefined : 'why/nothing-copied') },
  duplicate: { run: duplicateSelection, blocked: needsThings },
  remove: { run: removeSelection, blocked: needsAny },
  'select-all': { run: selectAll, blocked: needsLab },
  'select-none': { run: selectNone },
  find: { run: () => openDialog({ kind: 'commands', find: 'devices' }), blocked: needsLab },
  rename: {
    run: focusName,
    blocked: () => (count() === 1 || selected().groups.size === 1 ? undefined : 'why/one-to-rename'),
  },
  connect: {
    run: startCabling,
    blocked: () => (selected().devices.size === 1 ? undefined : 'why/one-device'),
  },

  ...adds,
  'add-note': { run: () => addNoteAt() },

  ...arranges,
  group: { run: groupSelection, blocked: needsDevice },
  ungroup: {
    run: ungroupSelection,
    blocked: () => (selectedGroups().length === 0 ? 'why/no-group' : undefined),
  },
  snap: toggle('snap'),

  'zoom-in': { run: () => bringIntoView({ kind: 'zoom', to: 'in' }) },
  'zoom-out': { run: () => bringIntoView({ kind: 'zoom', to: 'out' }) },
  'zoom-reset': { run: () => bringIntoView({ kind: 'zoom', to: 'reset' }) },
  'show-all': { run: () => bringIntoView({ kind: 'all' }) },
  'show-selection': { run: () => bringIntoView({ kind: 'selection' }), blocked: needsThings },
  minimap: toggle('minimap'),
  palette: toggle('palette'),
  inspector: toggle('inspector'),
  problems: bottom('problems'),
  list: bottom('list'),
  'next-area': { run: focusNextArea },
  'theme-light': theme('light'),
  'theme-dark': theme('dark'),
  'theme-system': theme('system'),

  'next-problem': { run: () => goToProblem(1), blocked: needsProblem },
  'previous-problem': { run: () => goToProblem(-1), blocked: needsProblem },
  'fix-problem': {
    run: fixCurrentProblem,
    blocked: () => (currentProblem()?.fixes.length ? undefined : (needsProblem() ?? 'why/no-fix')),
  },
  'fix-all': { run: fixAllSafe, blocked: () => (safelyFixed() === 0 ? 'why/nothing-safe' : undefined) },
  'address-segment': {
    run: () => giveAddresses(selectedSegments()),
    blocked: () => (selectedSegments().length === 0 ? 'why/no-segment' : undefined),
  },
  plan: { run: () => void makePlan('apply') },
  destroy: { run: () => void makePlan('destroy') },

  'command-palette': { run: () => openDialog({ kind: 'commands', find: 'everything' }) },
  shortcuts: { run: () => openDialog({ kind: 'shortcuts' }) },
};

/** Does a command, or says why it cannot be done now. */
export function perform(id: CommandId): void {
  const why = actions[id].blocked?.();
  if (why === undefined) actions[id].run();
  else notify({ tone: 'hint', message: message(why) });
}

/** The words of a command. */
export function commandWords(id: CommandId): Message {
  return message(`command/${id}`);
}

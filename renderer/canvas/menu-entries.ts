import type { CommandId } from '../../shared/contract/commands.ts';
import type { OpenMenu } from '../stores/canvas-store.ts';

/** What the menu offers, by what it is about; `line` begins a new part. */
export const menuEntries: Readonly<Record<OpenMenu['on'], readonly (CommandId | 'line')[]>> = {
  device: [
    'connect',
    'rename',
    'address-segment',
    'line',
    'copy',
    'duplicate',
    'line',
    'group',
    'ungroup',
    'line',
    'remove',
  ],
  cable: ['address-segment', 'line', 'remove'],
  group: ['rename', 'ungroup', 'line', 'copy', 'duplicate', 'line', 'remove'],
  note: ['rename', 'line', 'copy', 'duplicate', 'line', 'remove'],
  canvas: [
    'add-vm',
    'add-switch',
    'add-nat-network',
    'add-note',
    'line',
    'paste',
    'select-all',
    'line',
    'show-all',
    'command-palette',
  ],
};

import { createStore } from 'zustand/vanilla';
import type { CommandId } from '../../shared/contract/commands.ts';

const most = 5;

export interface RecentState {
  /** Latest first. */
  readonly commands: readonly CommandId[];
}

/** The commands chosen from the palette in this session. */
export const recentStore = createStore<RecentState>()(() => ({ commands: [] }));

export function remember(command: CommandId): void {
  recentStore.setState(({ commands }) => ({
    commands: [command, ...commands.filter((one) => one !== command)].slice(0, most),
  }));
}

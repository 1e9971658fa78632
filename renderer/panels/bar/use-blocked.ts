import { useSyncExternalStore } from 'react';
import type { CommandId } from '../../../shared/contract/commands.ts';
import { actions } from '../../actions/index.ts';
import type { UiId } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { canvasStore } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { sessionStore } from '../../stores/session-store.ts';
import { viewStore } from '../../stores/view-store.ts';

const stores = [designStore, canvasStore, analysisStore, sessionStore, viewStore];

/** Why a command cannot be done now, kept up to date. */
export function useBlocked(command: CommandId): UiId | undefined {
  return useSyncExternalStore(subscribe, () => actions[command].blocked?.());
}

function subscribe(changed: () => void): () => void {
  const ends = stores.map((store) => store.subscribe(changed));
  return () => {
    for (const end of ends) end();
  };
}

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useText } from '../i18n/text.tsx';
import { analysisStore } from '../stores/analysis-store.ts';
import { type CanvasState, canvasStore } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';
import { createToFlow, type Flow, type Names } from './to-flow.ts';

/** What React Flow shows now: the same lists while nothing that they are made of changes. */
export function useDrawing(): Flow {
  const names = useNames();
  const design = useStore(designStore, (state) => state.design);
  const byDevice = useStore(analysisStore, (state) => state.byDevice);
  const diagnostics = useStore(analysisStore, (state) => state.diagnostics);
  const state = useStore(canvasStore, useShallow(shownOf));
  const [toFlow] = useState(createToFlow);
  return useMemo(
    () => toFlow({ design, byDevice, diagnostics, names, ...state }),
    [toFlow, design, byDevice, diagnostics, names, state],
  );
}

/** What of the canvas's state is drawn as nodes and edges. */
function shownOf({ devices, links, notes, groups, drag, boxing, taking, sizing, typing }: CanvasState) {
  return { devices, links, notes, groups, drag, boxing, taking, sizing, typing };
}

function useNames(): Names {
  const t = useText();
  return useMemo<Names>(
    () => ({
      device: ({ name }, count) => (count === 0 ? name : t('ui/problems-of', { name, count })),
      host: ({ name }, count, machines) => {
        const words = t('ui/host-with', { name, count: machines });
        return count === 0 ? words : t('ui/problems-of', { name: words, count });
      },
      group: ({ name, devices }) => t('ui/group-of', { name, count: devices.length }),
      note: (text) => (text === '' ? t('ui/note-empty') : t('ui/note-of', { text })),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- the words change with the language alone
    [t('ui/undo')],
  );
}

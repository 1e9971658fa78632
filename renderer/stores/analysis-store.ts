import { createStore } from 'zustand/vanilla';
import { groupBy } from '../../shared/base/by-id.ts';
import { type Analysis, createAnalyser } from '../../shared/pipeline.ts';
import type { Diagnostic } from '../../shared/diagnostics/diagnostic.ts';
import type { Segment } from '../../shared/network/network.ts';
import { devicesAt } from './places.ts';
import { designStore } from './design-store.ts';

export interface AnalysisState extends Analysis {
  /** What is wrong with each device, in the order of `diagnostics`. */
  readonly byDevice: ReadonlyMap<string, readonly Diagnostic[]>;
}

const analyse = createAnalyser();
let last: AnalysisState | undefined;

/** What follows from the design. It has no setters: it follows the design store. */
export const analysisStore = createStore<AnalysisState>()(() => analysed());

designStore.subscribe((state, previous) => {
  if (state.design !== previous.design) analysisStore.setState(analysed());
});

function analysed(): AnalysisState {
  const { design } = designStore.getState();
  const analysis = analyse(design);
  if (last && last.diagnostics === analysis.diagnostics && last.network === analysis.network) return last;
  const pairs = analysis.diagnostics.flatMap((diagnostic) =>
    [
      ...new Set(
        [diagnostic.at, ...diagnostic.related.map((one) => one.at)].flatMap((at) => devicesAt(design, at)),
      ),
    ].map((device) => ({ device, diagnostic })),
  );
  const byDevice = new Map<string, readonly Diagnostic[]>();
  for (const [device, group] of groupBy(pairs, (pair) => pair.device)) {
    byDevice.set(
      device,
      group.map((pair) => pair.diagnostic),
    );
  }
  last = { ...analysis, byDevice };
  return last;
}

/** A segment worth counting: more than one interface hears the other. */
export function isShared(segment: Segment): boolean {
  return segment.interfaces.length > 1;
}

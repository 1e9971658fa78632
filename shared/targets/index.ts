import type { Target } from './target.ts';
import { virtualbox } from './virtualbox/index.ts';

/** What Netloom can build on or write for, in order of id. */
export const targets: readonly Target[] = [virtualbox];

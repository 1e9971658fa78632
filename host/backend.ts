import type { Driver } from '../shared/plan/plan.ts';
import type { Target } from '../shared/targets/target.ts';

/** A live target with what drives it, once their types have been checked against each other. */
export interface Backend {
  readonly target: Target;
  /** @param labPath where the lab file is, for the ledger; absent for a lab never saved */
  driver(labPath: string | undefined): Driver<unknown, unknown>;
  /** Another path that this lab was applied from and that still exists. */
  appliedFrom(labId: string, labPath: string | undefined): Promise<string | undefined>;
}

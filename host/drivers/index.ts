import type { Driver } from '../../shared/plan/plan.ts';
import type { Target } from '../../shared/targets/target.ts';
import { virtualbox } from '../../shared/targets/virtualbox/index.ts';
import type { Backend } from '../backend.ts';
import { appliedFrom, virtualboxDriver } from './virtualbox/driver.ts';

/** Pairs a target with what drives it; the driver of another target does not compile. */
function backend<Operation, Observed>(
  target: Target<Operation, Observed>,
  driver: (labPath: string | undefined) => Driver<NoInfer<Operation>, NoInfer<Observed>>,
  appliedFrom: Backend['appliedFrom'],
): Backend {
  return { target, driver, appliedFrom };
}

/** Where this computer can build labs. */
export const backends: readonly Backend[] = [
  backend(
    virtualbox,
    (labPath) => virtualboxDriver({ labPath }),
    (labId, labPath) => appliedFrom(labId, labPath),
  ),
];

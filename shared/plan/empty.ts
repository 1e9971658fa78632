import type { Blueprint, LeftOut } from '../blueprint/blueprint.ts';

/** What it means that a plan has no steps. */
export type EmptyPlan =
  /** What the lab describes is there already. */
  | 'same'
  /** So it is of this computer; the rest of the lab runs elsewhere. */
  | 'left-out'
  /** The lab has nothing to be built. */
  | 'nothing';

/** Whether something is left out for where it runs, and not because it is never built. */
export function isElsewhere({ reason }: { readonly reason: string }): boolean {
  const elsewhere: readonly LeftOut['reason'][] = ['other-host', 'no-host'];
  return elsewhere.some((one) => one === reason);
}

export function emptyPlanOf({ machines, gateways, leftOut }: Blueprint): EmptyPlan {
  if (leftOut.some(isElsewhere)) return 'left-out';
  return machines.length + gateways.length === 0 ? 'nothing' : 'same';
}

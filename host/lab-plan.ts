import { neverCancelled, type Cancel } from '../shared/base/cancel.ts';
import { fail, ok, type Result } from '../shared/base/result.ts';
import type { Blueprint } from '../shared/blueprint/blueprint.ts';
import { resolveBlueprint } from '../shared/blueprint/resolve.ts';
import type { HostProblem } from '../shared/contract/call.ts';
import type { Diagnostic } from '../shared/diagnostics/diagnostic.ts';
import { countBySeverity } from '../shared/diagnostics/summarise.ts';
import { locatePlaces, readDesign } from '../shared/file/read.ts';
import { message } from '../shared/messages/message.ts';
import { labRow, type Design } from '../shared/model/design.ts';
import { createAnalyser } from '../shared/pipeline.ts';
import { applyPlan } from '../shared/plan/apply.ts';
import type { ApplyReport, Driver, Plan, StepId, StepState } from '../shared/plan/plan.ts';
import type { LiveOutput, Purpose } from '../shared/targets/target.ts';
import type { Backend } from './backend.ts';

export interface PlanRequest {
  readonly text: string;
  readonly target: string;
  readonly purpose: Purpose;
  readonly path?: string | undefined;
}

/** A plan with all that is needed to show it and to carry it out. */
export interface MadePlan {
  readonly request: PlanRequest;
  readonly backend: Backend;
  readonly program: { readonly version: string; readonly path: string };
  readonly design: Design;
  readonly blueprint: Blueprint;
  readonly plan: Plan<unknown>;
  readonly untouched: { readonly machines: readonly string[]; readonly networks: readonly string[] };
  readonly obstacles: readonly Diagnostic[];
}

/** Why there is no plan; with the diagnostics of the lab where they are the reason. */
export interface PlanProblem extends HostProblem {
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a lab text: its diagnostics with their lines, and the design where it can be read. */
export function checkText(text: string): {
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = readDesign(text);
  if (!read.design) return read;
  const locate = locatePlaces(text);
  const { diagnostics } = createAnalyser()(read.design);
  return {
    design: read.design,
    diagnostics: diagnostics.map((one) => ({ ...one, position: one.position ?? locate(one.at) })),
  };
}

/** Makes a plan against the world as it is now. Changes nothing. */
export async function makePlan(
  request: PlanRequest,
  backends: readonly Backend[],
): Promise<Result<MadePlan, PlanProblem>> {
  const backend = backends.find(({ target }) => target.id === request.target);
  const live = backend?.target.live;
  if (!backend || !live) {
    const known = backends.map(({ target }) => target.id).join(', ');
    return problem({
      code: 'not-found',
      message: message('host/unknown-target', { target: request.target, known }),
    });
  }
  const { design, diagnostics } = checkText(request.text);
  const errors = countBySeverity(diagnostics).error;
  if (!design)
    return problem(
      { code: 'unreadable', message: diagnostics[0]?.message ?? message('file/not-a-lab') },
      diagnostics,
    );
  if (request.purpose === 'apply' && errors > 0) {
    return problem({ code: 'refused', message: message('host/has-errors', { count: errors }) }, diagnostics);
  }
  const driver = backend.driver(request.path);
  const probe = await driver.probe();
  if (!probe.ok) return unavailable(probe.problem);
  const other = await backend.appliedFrom(labRow(design).id, request.path);
  if (other !== undefined) {
    return problem({ code: 'refused', message: message('host/other-path', { path: other }) });
  }
  const observed = await driver.observe(labRow(design).id, neverCancelled);
  if (!observed.ok) return unavailable(observed.problem);
  const blueprint = resolveBlueprint(design);
  return ok({
    request,
    backend,
    program: probe.value,
    design,
    blueprint,
    plan: live.plan(blueprint, observed.value, request.purpose),
    untouched: live.untouched(observed.value),
    obstacles: [...live.obstacles(blueprint, observed.value, request.purpose)],
  });
}

/**
 * Carries a plan out. Refuses, having changed nothing, when the world is no longer the one that the plan is about
 * or when something stands in the way.
 */
export async function carryOut(
  made: MadePlan,
  options: { readonly cancel: Cancel; readonly onState: (step: StepId, state: StepState) => void },
): Promise<Result<ApplyReport, PlanProblem>> {
  const { backend, blueprint, request } = made;
  const live = backend.target.live;
  if (!live) throw new Error(`${backend.target.id} is not a live target`);
  const driver = backend.driver(request.path);
  const errors = made.obstacles.filter(({ severity }) => severity === 'error');
  const first = errors[0];
  if (first) return problem({ code: 'refused', message: first.message }, errors);
  const now = await planNow(driver, live, blueprint, made.design, request.purpose);
  if (!now.ok) return unavailable(now.problem);
  if (now.value.basis !== made.plan.basis)
    return problem({ code: 'changed', message: message('host/moved') });
  return ok(await applyPlan(made.plan, driver, { ...options, parallel: 2 }));
}

async function planNow(
  driver: Driver<unknown, unknown>,
  live: LiveOutput<unknown, unknown>,
  blueprint: Blueprint,
  design: Design,
  purpose: Purpose,
): Promise<Result<Plan<unknown>, Diagnostic>> {
  const observed = await driver.observe(labRow(design).id, neverCancelled);
  return observed.ok ? ok(live.plan(blueprint, observed.value, purpose)) : observed;
}

function problem(
  cause: HostProblem,
  diagnostics: readonly Diagnostic[] = [],
): { readonly ok: false; readonly problem: PlanProblem } {
  return fail({ ...cause, diagnostics });
}

function unavailable(cause: Diagnostic): { readonly ok: false; readonly problem: PlanProblem } {
  return problem({ code: 'unavailable', message: cause.message }, [cause]);
}

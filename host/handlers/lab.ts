import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../shared/base/result.ts';
import type { HostProblem } from '../../shared/contract/call.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { message } from '../../shared/messages/message.ts';
import type { Backend } from '../backend.ts';
import type { Workspace } from '../files/workspace.ts';
import type { ApplyGate } from '../gate.ts';
import type { Jobs } from '../jobs.ts';
import { type MadePlan, makePlan } from '../lab-plan.ts';
import { planView } from '../views.ts';

type LabHandlers = Pick<
  Handlers,
  'target.status' | 'plan.make' | 'apply.start' | 'apply.cancel' | 'apply.state'
>;

/** More plans than a person can have open; older ones are forgotten. */
const plansKept = 20;

/** Plans and applies. The host makes a plan, keeps it and runs it; a page only ever names it. */
export function labHandlers(options: {
  readonly jobs: Jobs;
  readonly gate: ApplyGate;
  readonly backends: readonly Backend[];
  readonly workspace: Workspace;
}): LabHandlers {
  const plans = new Map<string, MadePlan>();
  const { jobs, gate } = options;
  return {
    'target.status': async ({ target }) => {
      const backend = options.backends.find((one) => one.target.id === target);
      const probe = await backend?.driver(undefined).probe();
      return ok(
        probe?.ok ? { found: true, version: probe.value.version, path: probe.value.path } : { found: false },
      );
    },
    'plan.make': async ({ text, target, purpose, file }) => {
      const path = file === undefined ? undefined : await options.workspace.pathOf(file);
      if (path && !path.ok) return path;
      const made = await makePlan({ text, target, purpose, path: path?.value }, options.backends);
      if (!made.ok) {
        const { code, message: words, detail } = made.problem;
        return fail({ code, message: words, detail });
      }
      const id = randomUUID();
      plans.set(id, made.value);
      for (const old of [...plans.keys()].slice(0, -plansKept)) plans.delete(old);
      return ok(planView(id, made.value));
    },
    'apply.start': async ({ plan }) => {
      const made = plans.get(plan);
      if (!made) return unknown('host/unknown-plan');
      const job = jobs.start(made);
      if (job === undefined) {
        return fail({ code: 'refused', message: message('host/busy', { lab: gate.inside ?? '' }) });
      }
      plans.delete(plan);
      return ok({ job });
    },
    'apply.cancel': async ({ job }) => {
      const found = jobs.find(job);
      if (!found) return unknown('host/unknown-job');
      found.abort.abort();
      return ok({});
    },
    'apply.state': async ({ job }) => {
      const found = jobs.find(job);
      if (!found) return unknown('host/unknown-job');
      const elapsedMs = found.outcome === 'running' ? Date.now() - found.startedMs : found.elapsedMs;
      return ok({ states: found.states, outcome: found.outcome, elapsedMs });
    },
  };
}

function unknown(id: string): { readonly ok: false; readonly problem: HostProblem } {
  return fail({ code: 'not-found', message: message(id) });
}

import { rowOf } from '../shared/base/by-id.ts';
import type { DiagnosticView, PlanView } from '../shared/contract/shapes.ts';
import type { Diagnostic } from '../shared/diagnostics/diagnostic.ts';
import { emptyPlanOf } from '../shared/plan/empty.ts';
import { shellWord } from '../shared/text/posix-shell.ts';
import type { MadePlan } from './lab-plan.ts';

/** A diagnostic as it crosses to the page: without fixes, which the page works out itself. */
export function viewOf({ code, severity, message, hint, at, position }: Diagnostic): DiagnosticView {
  return { code, severity, message, hint, at, position };
}

/** A plan as it crosses to the page: words and commands to read, never operations. */
export function planView(id: string, made: MadePlan): PlanView {
  const { live } = made.backend.target;
  return {
    plan: id,
    purpose: made.request.purpose,
    target: made.plan.target,
    program: { version: made.program.version, path: made.program.path },
    steps: made.plan.steps.map((step) => ({
      id: step.id,
      action: step.action,
      subject: step.subject,
      label: step.label,
      reason: step.reason,
      fields: [...step.fields],
      destroys: step.destroys,
      commands: (live?.commands(step.operation) ?? []).map((args) => commandLine(made.program.path, args)),
    })),
    untouched: { machines: [...made.untouched.machines], networks: [...made.untouched.networks] },
    leftOut: made.blueprint.leftOut.map(({ device, reason, host }) => ({
      device,
      name: rowOf(made.design.devices, device)?.name ?? device,
      reason,
      host,
    })),
    empty: emptyPlanOf(made.blueprint),
    obstacles: made.obstacles.map(viewOf),
  };
}

/** One line of shell text that runs a program with exactly these arguments. */
export function commandLine(program: string, args: readonly string[]): string {
  return [program, ...args].map(shellWord).join(' ');
}

import type { Blueprint } from '../blueprint/blueprint.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';

/** A file for another tool: path with '/', UTF-8 text with '\n'. */
export interface Artifact {
  readonly path: string;
  readonly text: string;
  readonly executable?: boolean | undefined;
}

interface TargetBase {
  /** Equals the folder name. */
  readonly id: string;
  readonly label: string;
  /** What of this lab the platform cannot express; an error blocks, a warning is shown. */
  limits(blueprint: Blueprint): Iterable<Diagnostic>;
  /** Codes of limits that a rule, by id, also knows: where it speaks of the same place, the limit is not said once more. */
  readonly alsoSaidBy?: Readonly<Record<string, string>> | undefined;
}

/** Writes files for another tool. Pure: bytes out depend on the blueprint alone. */
export interface FileOutput {
  render(blueprint: Blueprint): readonly Artifact[];
}

/** What a plan is told about the world that is not in the blueprint. */
export type Purpose = 'apply' | 'destroy';

/** Builds the lab itself, through a driver of the same id in `host/drivers`. */
export interface LiveOutput<Operation, Observed> {
  /** Steps from the observed state to the wanted one; with `destroy` the wanted state is nothing of ours. */
  plan(blueprint: Blueprint, observed: Observed, purpose: Purpose): Plan<Operation>;
  /** What in the world stands in the way: a name taken by a foreign object, a running machine. */
  obstacles(blueprint: Blueprint, observed: Observed, purpose: Purpose): Iterable<Diagnostic>;
  /** The exact command of an operation, as argument arrays after the program's name, one for each call. */
  commands(operation: Operation): readonly (readonly string[])[];
  /** Foreign objects beside ours: what will not be touched. */
  untouched(observed: Observed): {
    readonly machines: readonly string[];
    readonly networks: readonly string[];
  };
}

export interface Target<Operation = unknown, Observed = unknown> extends TargetBase {
  readonly files?: FileOutput | undefined;
  readonly live?: LiveOutput<Operation, Observed> | undefined;
}

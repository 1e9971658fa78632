import type { Blueprint } from './blueprint/blueprint.ts';
import { resolveBlueprint } from './blueprint/resolve.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { sortDiagnostics } from './diagnostics/summarise.ts';
import { references } from './file/references.ts';
import type { Design } from './model/design.ts';
import { createLabOf, type Topology } from './model/topology.ts';
import { createDerive } from './network/derive.ts';
import type { Network } from './network/network.ts';
import { rules } from './rules/index.ts';
import { runRules } from './rules/run.ts';
import { targets } from './targets/index.ts';

/** All that follows from a design. */
export interface Analysis {
  readonly topology: Topology;
  readonly network: Network;
  readonly blueprint: Blueprint;
  /** Of the file's references, the rules, and the limits of VirtualBox on this computer; sorted, errors first. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The one composition of stages: a function from a design to its analysis, which gives the same object again while only
 * the drawing changes.
 */
export function createAnalyser(): (design: Design) => Analysis {
  const labOf = createLabOf();
  const derive = createDerive();
  let last: Analysis | undefined;
  return (design) => {
    const topology = labOf(design);
    if (last?.topology === topology) return last;
    const network = derive(topology);
    const blueprint = resolveBlueprint(topology);
    const limits = targets.flatMap((target) => [...target.limits(blueprint)]);
    const diagnostics = [...references(design), ...runRules(rules, { topology, network, design }), ...limits];
    last = { topology, network, blueprint, diagnostics: sortDiagnostics(diagnostics) };
    return last;
  };
}

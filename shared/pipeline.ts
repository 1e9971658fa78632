import { groupBy } from './base/by-id.ts';
import type { Blueprint } from './blueprint/blueprint.ts';
import { resolveBlueprint } from './blueprint/resolve.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { applySettings } from './diagnostics/settings.ts';
import { isMilder, sortDiagnostics } from './diagnostics/summarise.ts';
import { references } from './file/references.ts';
import type { Design, Place } from './model/design.ts';
import { createLabOf, type Topology } from './model/topology.ts';
import { createDerive } from './network/derive.ts';
import type { Network } from './network/network.ts';
import { rules } from './rules/index.ts';
import { createRunner, rulesNamed } from './rules/run.ts';
import { targets } from './targets/index.ts';
import type { Target } from './targets/target.ts';

/** All that follows from a design. */
export interface Analysis {
  readonly topology: Topology;
  readonly network: Network;
  readonly blueprint: Blueprint;
  /** Of the file's references, the rules as this lab judges them, and the limits of VirtualBox; sorted, errors first. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The one composition of stages: a function from a design to its analysis, which gives the same object again while only
 * the drawing changes.
 */
export function createAnalyser(): (design: Design) => Analysis {
  const labOf = createLabOf();
  const derive = createDerive();
  const run = createRunner(rules);
  let last: Analysis | undefined;
  return (design) => {
    const topology = labOf(design);
    if (last?.topology === topology) return last;
    const network = derive(topology);
    const blueprint = resolveBlueprint(topology);
    const found = run({ topology, network, design });
    const judged = applySettings(found, topology, (name) => rulesNamed(rules, name));
    const limits = targets.flatMap((target) => limitsOf(target, blueprint, judged));
    const diagnostics = [...references(design), ...judged, ...limits];
    last = { topology, network, blueprint, diagnostics: sortDiagnostics(diagnostics) };
    return last;
  };
}

/** The limits of a target, without those that a rule tells at the same place and takes as seriously. */
function limitsOf(target: Target, blueprint: Blueprint, judged: readonly Diagnostic[]): Diagnostic[] {
  const told = groupBy(judged, ({ code, at }) => placeKey(code, at));
  return [...target.limits(blueprint)].filter((limit) => {
    const rule = target.alsoSaidBy?.[limit.code];
    const same = rule === undefined ? undefined : told.get(placeKey(rule, limit.at));
    return !same?.some((one) => !isMilder(one.severity, limit.severity));
  });
}

function placeKey(code: string, { table, row, field }: Place): string {
  return JSON.stringify([code, table, row, field]);
}

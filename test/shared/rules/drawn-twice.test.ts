import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import type { Design } from '../../../shared/model/design.ts';
import { derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import { runRules } from '../../../shared/rules/run.ts';

/** Every cable a second time in the same ports, and one from the first port to itself. */
function tangled(design: Design): Design {
  const again = Object.entries(design.links).map(([id, row]) => [`${id}-again`, row] as const);
  const knots = Object.entries(design.links).flatMap(([id, { a }]) => [[`${id}-knot`, { a, b: a }] as const]);
  return { ...design, links: { ...design.links, ...Object.fromEntries([...again, ...knots]) } };
}

it.each(rules)(
  'no rule stumbles over the labs of $id where ports have two cables, or one that comes back',
  (rule) => {
    for (const lab of [...rule.examples.good, ...rule.examples.bad.map((bad) => bad.lab)]) {
      const design = tangled(sketchDesign(lab));
      const input = { topology: design, network: derive(design), design };
      expect(() => runRules(rules, input), lab).not.toThrow();
    }
  },
);

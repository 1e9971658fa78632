import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { applyChange } from '../../../shared/model/change.ts';
import { derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import { runRules } from '../../../shared/rules/run.ts';

function reports(lab: string, rule: (typeof rules)[number]) {
  const design = sketchDesign(lab);
  return runRules([rule], { topology: design, network: derive(design), design });
}

describe.each(rules)('$id', (rule) => {
  it('has examples of both kinds', () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
  });

  it.each(rule.examples.good)('is content with\n%s', (lab) => {
    expect(reports(lab, rule)).toEqual([]);
  });

  it.each(rule.examples.bad)('reports $reports on\n$lab', ({ lab, reports: expected }) => {
    expect(reports(lab, rule).map(({ message }) => message.id)).toEqual(
      expected.map((id) => `${rule.id}/${id}`),
    );
  });

  it.each(rule.examples.bad)('every fix it offers mends what it is offered for\n$lab', ({ lab }) => {
    const design = sketchDesign(lab);
    const found = reports(lab, rule);
    for (const diagnostic of found) {
      for (const fix of diagnostic.fixes) {
        const mended = applyChange(design, fix.change);
        const after = runRules([rule], { topology: mended, network: derive(mended), design: mended });
        expect(after.length).toBeLessThan(found.length);
      }
    }
  });
});

import { expect, it } from 'vitest';
import { paletteEntries } from '../../../shared/kinds/composites.ts';
import { derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import { runRules } from '../../../shared/rules/run.ts';
import { labOf } from '../model/edit/lab.ts';

it('no rule objects to what the palette puts down, once or twice', () => {
  const design = labOf(...paletteEntries, ...paletteEntries);
  const found = runRules(rules, { topology: design, network: derive(design), design });
  expect(found.map(({ code, at }) => `${code} ${at.row}`)).toEqual([]);
});

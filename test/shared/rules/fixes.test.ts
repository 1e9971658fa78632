import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';

function fixesFor(sketch: string): unknown[] {
  const { diagnostics } = createAnalyser()(sketchDesign(sketch));
  return diagnostics.flatMap(({ fixes }) => fixes.map(({ label }) => label.values));
}

it('the next free address is none that a gateway or the NAT engine itself uses', () => {
  const clash = 'vm a 10.0.0.9/24\nvm b 10.0.0.9/24\nswitch sw\na -- sw\nb -- sw\n';
  expect(fixesFor(`${clash}subnet 10.0.0.0/24\n`)[0]).toEqual({ who: 'b', free: '10.0.0.1' });
  expect(fixesFor(`${clash}router n 10.0.0.1/24 engine=nat\nn -- sw\n`)[0]).toEqual({
    who: 'b',
    free: '10.0.0.3',
  });
});

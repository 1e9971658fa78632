import { expect, it } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { applyChange } from '../../shared/model/change.ts';
import { createAnalyser } from '../../shared/pipeline.ts';

it('gives the very same analysis while only the drawing changes', () => {
  const analyse = createAnalyser();
  const design = sketchDesign('vm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- b');
  const moved = applyChange(design, { positions: { a: { after: { x: 4, y: 8 } } } });
  expect(analyse(moved)).toBe(analyse(design));
});

it('applies the limits of VirtualBox to what is made here', () => {
  const analyse = createAnalyser();
  const codes = (sketch: string) => analyse(sketchDesign(sketch)).diagnostics.map(({ code }) => code);
  expect(codes('vm a 10.0.0.1/24 memoryMiB=2')).toEqual([expect.stringMatching(/^target\/virtualbox\//)]);
});

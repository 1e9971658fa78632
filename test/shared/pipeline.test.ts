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

it('a problem with one port of a range stands at the row of the range', () => {
  const range =
    'vm a 10.0.0.9/24\nrouter n 10.0.0.1/24 engine=nat\na -- n\nnat n tcp 9000-9001 -> 10.0.0.77:80';
  const places = createAnalyser()(sketchDesign(range)).diagnostics.map(({ at }) => `${at.table} ${at.row}`);
  expect([...new Set(places)]).toEqual(['nat fwd1']);
});

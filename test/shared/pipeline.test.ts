import { expect, it } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { english } from '../../shared/messages/catalogue.ts';
import { applyChange } from '../../shared/model/change.ts';
import { createAnalyser } from '../../shared/pipeline.ts';
import { rules } from '../../shared/rules/index.ts';
import { targets } from '../../shared/targets/index.ts';

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
    'vm a 10.0.0.9/24\nrouter n 10.0.0.1/24 engine=nat\na -- n\nsubnet 10.0.0.0/24 gateway=10.0.0.1\nnat n tcp 9000-9001 -> 10.0.0.77:80';
  const places = createAnalyser()(sketchDesign(range)).diagnostics.map(({ at }) => `${at.table} ${at.row}`);
  expect([...new Set(places)]).toEqual(['nat fwd1']);
});

it('says once what a rule and VirtualBox both refuse, unless the rule is made milder or is off', () => {
  const codes = (sketch: string) =>
    createAnalyser()(sketchDesign(sketch)).diagnostics.map(({ code }) => code);
  const lab = 'vm web\nvm Web';
  expect([
    codes(lab),
    codes(`${lab}\ncheck no-duplicate-device-name warning`),
    codes(`${lab}\ncheck no-duplicate-device-name off`),
  ]).toEqual([
    ['no-duplicate-device-name'],
    ['target/virtualbox/name-twice', 'no-duplicate-device-name'],
    ['target/virtualbox/name-twice'],
  ]);
});

it('names limits and rules that are there, where it says that both tell the same', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const said = targets.flatMap(({ alsoSaidBy = {} }) => Object.entries(alsoSaidBy));
  expect(said.filter(([, rule]) => !ids.has(rule))).toEqual([]);
  expect(said.filter(([limit]) => !(limit in english))).toEqual([]);
});

import { expect, it } from 'vitest';
import { oneLine } from '../../../shared/text/one-line.ts';

it.each([
  ['Education lab', 'Education lab'],
  ['Lab \u202egnp.B\nsecond\tline\u0000', 'Lab gnp.B second line'],
  ['\u2066  \u061c', ''],
  ['x'.repeat(3000), `${'x'.repeat(59)}…`],
  ['实验'.repeat(30), '实验'.repeat(30)],
  [`${'a'.repeat(59)}👩‍💻b`, `${'a'.repeat(59)}…`],
])('a name as one line without what hides or turns text: %j', (name, shown) => {
  expect(oneLine(name)).toBe(shown);
});

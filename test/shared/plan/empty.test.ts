import { expect, it } from 'vitest';
import { resolveBlueprint } from '../../../shared/blueprint/resolve.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { emptyPlanOf } from '../../../shared/plan/empty.ts';

it.each([
  ['same', 'vm a'],
  ['same', 'router n engine=nat\ninternet i\nswitch s physical=true'],
  ['nothing', ''],
  ['nothing', 'host h\nswitch s\ninternet i'],
  ['left-out', 'host h platform=kvm\nvm a on=h'],
  ['left-out', 'host h platform=virtualbox\nvm a on=h\nvm b'],
])('a plan without steps means %s for the lab “%s”', (meaning, lab) => {
  expect(emptyPlanOf(resolveBlueprint(sketchDesign(lab)))).toBe(meaning);
});

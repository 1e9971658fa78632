import { neverCancelled } from '../../shared/base/cancel.ts';
import { applyPlan } from '../../shared/plan/apply.ts';
import { virtualbox } from '../../shared/targets/virtualbox/index.ts';
import { virtualboxDriver } from '../../host/drivers/virtualbox/driver.ts';
import { richLab } from './labs.ts';

// A process of its own that makes the rich lab, or takes it away, for a test that kills it on the way.
const purpose = process.argv[2] === 'destroy' ? 'destroy' : 'apply';
const lab = richLab();
const driver = virtualboxDriver();
const observed = await driver.observe(lab.lab.id, neverCancelled);
if (!observed.ok || !virtualbox.live) throw new Error(JSON.stringify(observed));
const plan = virtualbox.live.plan(lab, observed.value, purpose);
console.log('begun');
const report = await applyPlan(plan, driver, {
  cancel: neverCancelled,
  parallel: 2,
  onState: () => undefined,
});
console.log(report.outcome);

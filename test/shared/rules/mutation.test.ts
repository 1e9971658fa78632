import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { derive } from '../../../shared/network/derive.ts';
import { rules } from '../../../shared/rules/index.ts';
import { runRules } from '../../../shared/rules/run.ts';

/** What else is wrong in the bad examples of a rule, and why it cannot be otherwise. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gateway-on-segment': {
    'subnet-in-one-vlan': 'a gateway that is in another VLAN is missing in the one and astray in the other',
  },
  'no-overlapping-subnets': {
    'no-private-nat-outside':
      'a prefix that is inside and outside of a NAT is private on both sides, or public on both',
  },
  'no-reserved-address': {
    'one-prefix-length': 'an address that only its subnet reserves has another prefix length than the subnet',
  },
};

const codes = (lab: string): string[] => {
  const design = sketchDesign(lab);
  return runRules(rules, { topology: design, network: derive(design), design }).map(({ code }) => code);
};

describe.each(rules.map((rule) => ({ rule, id: rule.id })))('$id', ({ rule, id }) => {
  it.each(rule.examples.bad)('is the only rule that speaks on\n$lab', ({ lab, reports }) => {
    const allowed = Object.keys(companions[id] ?? {});
    const said = codes(lab).filter((code) => !allowed.includes(code));
    expect(said).toEqual(reports.map(() => id));
  });
});

it('no companion is listed for nothing', () => {
  const idle = Object.entries(companions).flatMap(([id, others]) => {
    const said = new Set(rules.find((rule) => rule.id === id)?.examples.bad.flatMap(({ lab }) => codes(lab)));
    return Object.keys(others)
      .filter((code) => !said.has(code))
      .map((code) => `${id}: ${code}`);
  });
  expect(idle).toEqual([]);
});

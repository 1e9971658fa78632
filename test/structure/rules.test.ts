import { expect, it } from 'vitest';
import { rules } from '../../shared/rules/index.ts';
import { read } from './files.ts';

const numbers = (pack: string, ...parts: readonly (number | readonly [number, number])[]): string[] =>
  parts
    .flatMap((part) =>
      typeof part === 'number'
        ? [part]
        : Array.from({ length: part[1] - part[0] + 1 }, (_, index) => part[0] + index),
    )
    .map((number) => `${pack}-${String(number).padStart(2, '0')}`);

/** What the first set of rules has to cover. */
const wanted = [
  ...numbers('IP', [1, 17]),
  ...numbers('RTE', [1, 4]),
  ...numbers('MTU', [1, 6]),
  ...numbers('VLAN', 1, [3, 13], 16),
  ...numbers('L2', 1, 2, 8),
  ...numbers('NAT', [1, 6]),
  ...numbers('DHCP', [1, 5]),
];

it('every number of the catalogue that is promised has a rule', () => {
  const covered = new Set(rules.flatMap(({ catalogue }) => catalogue));
  expect(wanted.filter((number) => !covered.has(number))).toEqual([]);
});

it('the README says how many rules there are', () => {
  expect(read('README.md')).toContain(`\`netloom rules\` lists all ${rules.length}`);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Diagnostic, Severity } from '../../../shared/diagnostics/diagnostic.ts';
import { countBySeverity, sortDiagnostics, worstSeverity } from '../../../shared/diagnostics/summarise.ts';
import type { TableName } from '../../../shared/model/design.ts';

function found(severity: Severity, table: TableName, row: string, field?: string, code = 'rule'): Diagnostic {
  return {
    code,
    severity,
    message: { id: 'm', values: {} },
    at: { table, row, field },
    related: [],
    fixes: [],
  };
}

const inOrder = [
  found('error', 'devices', 'b'),
  found('error', 'interfaces', 'a'),
  found('error', 'interfaces', 'a', 'mac'),
  found('error', 'interfaces', 'a', 'mtu', 'a-rule'),
  found('error', 'interfaces', 'a', 'mtu', 'b-rule'),
  found('error', 'interfaces', 'b'),
  found('warning', 'devices', 'a'),
  found('hint', 'devices', 'a'),
];

it('errors come first, then everything by place and code, whatever the order they were found in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      expect(sortDiagnostics(shuffled)).toEqual(inOrder);
    }),
  );
});

it('counts by severity and knows the worst', () => {
  expect([
    countBySeverity(inOrder),
    worstSeverity(inOrder),
    worstSeverity(inOrder.slice(6)),
    worstSeverity([]),
  ]).toEqual([{ error: 6, warning: 1, hint: 1 }, 'error', 'warning', undefined]);
});
